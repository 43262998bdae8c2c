package org.fxd.source.core;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.LineEdit;
import org.fxd.source.api.Reconciled;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;
import org.fxd.source.core.compare.FileDifferences;
import org.fxd.source.core.compare.LineDifferences;
import org.fxd.source.core.find.FileSnippets;
import org.fxd.source.core.find.FileWalk;
import org.fxd.source.core.find.SnippetAddress;
import org.fxd.source.core.language.Languages;
import org.fxd.source.core.match.Rescan;
import org.fxd.source.core.match.TextEdit;
import org.fxd.source.core.scan.Projections;
import org.fxd.source.core.scan.Scanners;
import org.fxd.source.core.scan.Scanning;
import org.fxd.source.core.text.FileNodes;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.Rendering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files as snippets, over whatever scanners there are. */
@Component
public final class SnippetSources implements Sources {
  private final FileNodes files;
  private final Projections projections;
  private final FileSnippets snippets;
  private final Rescan rescan;

  /** With parts of its own. */
  public SnippetSources(Nodes nodes, Scanners scanners) {
    this(nodes, new Scanning(scanners));
  }

  private SnippetSources(Nodes nodes, Scanning scanning) {
    this(nodes, scanning, new Projections(scanning, nodes));
  }

  /** With parts that others use too. */
  @Activate
  public SnippetSources(
      @Reference Nodes nodes, @Reference Scanning scanning, @Reference Projections projections) {
    this.files = new FileNodes(nodes);
    this.projections = projections;
    this.snippets = new FileSnippets(projections);
    this.rescan = new Rescan(projections, scanning, files);
  }

  @Override
  public String language(Name fileName) {
    return Languages.of(fileName);
  }

  @Override
  public Node scanned(NodeId id, Name name, Node file) {
    return projections.scanned(id, name, file);
  }

  @Override
  public long count(Name name, Node file, Cancellation cancellation) {
    return projections.count(name, file, cancellation);
  }

  @Override
  public Reconciled reconcile(List<FileEdit> edits, Cancellation cancellation) {
    return rescan.run(edits, cancellation);
  }

  @Override
  public Node edit(NodeId id, Name name, Node file, NodeId snippet, byte[] text) {
    return edit(id, name, file, Map.of(snippet, text)).nodes().get(0).orElseThrow();
  }

  @Override
  public Reconciled edit(NodeId id, Name name, Node file, Map<NodeId, byte[]> texts) {
    Node scanned = projections.scanned(id, name, file);
    if (texts.isEmpty()) {
      return new Reconciled(List.of(Optional.of(scanned)), List.of());
    }
    Outline before = Outline.of(scanned);
    TextEdit edit = TextEdit.of(before, name, texts);
    return rescan.edited(id, name, file, before, edit.texts(), edit.bytes());
  }

  @Override
  public Node raw(Blob content, boolean executable) {
    return files.raw(content, executable);
  }

  @Override
  public void render(Node node, OutputStream out) {
    try {
      Rendering.write(node, out);
    } catch (IOException e) {
      throw new StoreException("Cannot write the content out: " + e.getMessage(), e);
    }
  }

  @Override
  public byte[] render(Node node) {
    return Rendering.bytes(node);
  }

  @Override
  public List<Snippet> snippets(SourceFile file) {
    return snippets.of(file);
  }

  @Override
  public Iterable<SourceFile> files(Node root) {
    return FileWalk.of(root);
  }

  @Override
  public Optional<SourceFile> file(Node root, FilePath path) {
    return FileWalk.at(root, path);
  }

  @Override
  public Snippet snippet(Node root, String address) {
    return new SnippetAddress(root, snippets::of).find(address);
  }

  @Override
  public void diff(Node before, Node after, Predicate<FileChange> visitor) {
    new FileDifferences(snippets).report(before, after, visitor);
  }

  @Override
  public void diffFiles(Node before, Node after, Predicate<FileChange> visitor) {
    FileDifferences.reportFiles(before, after, visitor);
  }

  @Override
  public List<LineEdit> lines(byte[] a, byte[] b) {
    return LineDifferences.between(a, b);
  }
}
