package org.fxd.source.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.GraphNodes;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Reconciled;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.scan.SnippetScanner;
import org.fxd.source.core.scan.FixedScanners;

/** Files and roots for tests, and short ways to say things about them. */
public final class Sample {
  public final Nodes nodes = new GraphNodes();
  public final SnippetSources sources;

  public Sample() {
    this(List.of(new IndentScanner()));
  }

  public Sample(List<SnippetScanner> scanners) {
    this.sources = new SnippetSources(nodes, new FixedScanners(scanners));
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static NodeId id(String path) {
    return NodeId.derived(Hash.ofContent(bytes("test file " + path)));
  }

  public Node raw(String text) {
    return sources.raw(Blob.of(bytes(text)), false);
  }

  public Node scanned(String path, String text) {
    return sources.scanned(id(path), Name.of(path), raw(text));
  }

  public String text(Node node) {
    return new String(sources.render(node), StandardCharsets.UTF_8);
  }

  /** The snippets' ids by qualified name, with {@code ~n} behind the name from the second on. */
  public Map<String, NodeId> ids(String path, Node file) {
    Map<String, NodeId> ids = new LinkedHashMap<>();
    for (Snippet snippet : snippets(path, file)) {
      ids.put(snippet.address().substring(path.length() + 1), snippet.entry().id());
    }
    return ids;
  }

  public List<Snippet> snippets(String path, Node file) {
    Entry entry = new Entry(id(path), FilePath.parse(path).name(), Place.NONE, file);
    return sources.snippets(new SourceFile(FilePath.parse(path), entry));
  }

  /** One file rescanned by itself. */
  public Node rescan(String path, Node before, String after) {
    return rescanAll(List.of(edit(path, before, after))).get(0).orElseThrow();
  }

  /** One file taken in by itself, and what became of its snippets. */
  public Reconciled reconcile(String path, Node before, String after) {
    return sources.reconcile(List.of(edit(path, before, after)), Cancellation.none());
  }

  public List<Optional<Node>> rescanAll(List<FileEdit> edits) {
    return sources.rescan(edits);
  }

  public static FileEdit edit(String path, Node before, String after) {
    return new FileEdit(
        id(path), Name.of(path), Optional.of(before), Optional.of(Blob.of(bytes(after))));
  }

  public static FileEdit added(String path, String after) {
    return new FileEdit(
        id(path), Name.of(path), Optional.empty(), Optional.of(Blob.of(bytes(after))));
  }

  public static FileEdit removed(String path, Node before) {
    return new FileEdit(id(path), Name.of(path), Optional.of(before), Optional.empty());
  }

  /** A root with files by path; ids follow from the paths. */
  public Node root(Map<String, Node> files) {
    NodeBuilder root = nodes.builder(Kind.ROOT);
    NodeBuilder code = root.childOrNew(Name.of("code"), Kind.FOLDER);
    List<String> parts = new ArrayList<>();
    files.forEach(
        (path, file) -> {
          NodeBuilder folder = code;
          FilePath whole = FilePath.parse(path);
          parts.clear();
          for (Name name : whole.names().subList(0, whole.names().size() - 1)) {
            parts.add(name.toString());
            if (folder.entry(name).isEmpty()) {
              NodeId id = id(String.join("/", parts) + "/");
              folder.put(new Entry(id, name, Place.NONE, nodes.builder(Kind.FOLDER).build()));
            }
            folder = folder.child(name);
          }
          folder.put(new Entry(id(path), whole.name(), Place.NONE, file));
        });
    return root.build();
  }
}
