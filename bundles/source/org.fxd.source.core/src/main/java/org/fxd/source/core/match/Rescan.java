package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.FileMeta;
import org.fxd.source.core.language.Languages;
import org.fxd.source.core.scan.Projections;
import org.fxd.source.core.scan.Scanning;
import org.fxd.source.core.text.FileNodes;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.Piece;
import org.fxd.source.core.text.TextRule;

/** Files that were changed outside, taken in with the ids of their snippets. */
public final class Rescan {
  private final Projections projections;
  private final Scanning scanning;
  private final FileNodes files;

  public Rescan(Projections projections, Scanning scanning, FileNodes files) {
    this.projections = projections;
    this.scanning = scanning;
    this.files = files;
  }

  /** The new node of each file; see {@code Sources.rescan}. */
  public List<Optional<Node>> run(List<FileEdit> edits, Cancellation cancellation) {
    List<Job> jobs = jobs(edits);
    List<FileMatch> known = new ArrayList<>();
    for (Job job : jobs) {
      job.read(cancellation);
      if (job.isMatched()) {
        known.add(new FileMatch(job.oldOutline, job.newOutline));
      }
    }
    Matching matching = new Matching(known);
    // New files are looked into only if some snippet is missing from the others.
    if (matching.matchEqual()) {
      List<FileMatch> added = new ArrayList<>();
      for (Job job : jobs) {
        if (job.isNewText()) {
          job.newOutline = scanning.outline(job.text, job.language(), cancellation);
          added.add(new FileMatch(Outline.EMPTY, job.newOutline));
        }
      }
      matching.matchRest(added);
    }
    cancellation.check();
    return nodes(jobs, matching);
  }

  /**
   * The node of one file of which one snippet got another text.
   *
   * @param name the file's name
   * @param snippet the snippet, in the outline of the file as it was
   * @param after the whole new text of the file
   * @param length the length of the snippet's new text
   */
  public Node edited(NodeId id, Name name, Node file, Piece snippet, byte[] after, int length) {
    String language = Languages.of(name);
    Outline outline = scanning.outline(after, language);
    Matching matching = new Matching(List.of(new FileMatch(snippet.outline(), outline)));
    Optional<Piece> heir = Heir.of(snippet, outline, snippet.start(), snippet.start() + length);
    if (heir.isPresent()) {
      matching.know(snippet, heir.get());
    } else {
      matching.gone(snippet);
    }
    if (matching.matchEqual()) {
      matching.matchRest(List.of());
    }
    MatchedIdentity identity =
        new MatchedIdentity(id, outline, matching, ids(snippet.outline()), new HashSet<>());
    return files.scanned(outline, file.metadata(), language, identity);
  }

  private List<Job> jobs(List<FileEdit> edits) {
    // A file that came under another name may find its past in the edit that says it is gone.
    Map<NodeId, FileEdit> gone = new HashMap<>();
    for (FileEdit edit : edits) {
      if (edit.after().isEmpty() && edit.before().isPresent()) {
        gone.putIfAbsent(edit.id(), edit);
      }
    }
    Set<NodeId> followed = new HashSet<>();
    for (FileEdit edit : edits) {
      boolean came = edit.before().isEmpty() && edit.after().isPresent();
      if (came && gone.containsKey(edit.id())) {
        followed.add(edit.id());
      }
    }
    List<Job> jobs = new ArrayList<>();
    for (FileEdit edit : edits) {
      if (!followed.contains(edit.id())) {
        jobs.add(new Job(edit, edit.name(), edit.before()));
      } else if (edit.after().isEmpty()) {
        jobs.add(new Job(edit, edit.name(), Optional.empty()));
      } else {
        FileEdit past = gone.get(edit.id());
        jobs.add(new Job(edit, past.name(), edit.before().or(past::before)));
      }
    }
    return jobs;
  }

  private List<Optional<Node>> nodes(List<Job> jobs, Matching matching) {
    Set<NodeId> old = new HashSet<>();
    Set<NodeId> given = new HashSet<>();
    for (Job job : jobs) {
      old.addAll(ids(job.oldOutline));
      given.add(job.edit.id());
    }
    List<Optional<Node>> nodes = new ArrayList<>();
    for (Job job : jobs) {
      nodes.add(job.node(matching, old, given));
    }
    return nodes;
  }

  private static Set<NodeId> ids(Outline outline) {
    Set<NodeId> ids = new HashSet<>();
    for (Piece piece : outline.snippets()) {
      piece.entry().ifPresent(entry -> ids.add(entry.id()));
    }
    return ids;
  }

  /** One file on its way. */
  private final class Job {
    final FileEdit edit;
    final Name oldName;
    final Optional<Node> before;
    Outline oldOutline = Outline.EMPTY;
    Outline newOutline = Outline.EMPTY;
    byte[] text = new byte[0];
    boolean isText;

    Job(FileEdit edit, Name oldName, Optional<Node> before) {
      this.edit = edit;
      this.oldName = oldName;
      this.before = before.filter(node -> node.kind().equals(Kind.FILE));
    }

    String language() {
      return Languages.of(edit.name());
    }

    boolean isMatched() {
      return oldOutline != Outline.EMPTY || newOutline != Outline.EMPTY;
    }

    boolean isNewText() {
      return isText && before.isEmpty();
    }

    boolean isUnchanged() {
      return before.isPresent()
          && edit.after().isPresent()
          && before.get().metadata(FileMeta.CONTENT).equals(content(edit.after().get()));
    }

    void read(Cancellation cancellation) {
      cancellation.check();
      if (isUnchanged()) {
        return;
      }
      if (edit.after().isPresent() && TextRule.allowsSize(edit.after().get().size())) {
        text = edit.after().get().bytes();
        isText = TextRule.isText(text);
      }
      if (before.isPresent()) {
        Node scanned = projections.scanned(edit.id(), oldName, before.get(), cancellation);
        if (!FileNodes.isRaw(scanned)) {
          oldOutline = Outline.of(scanned);
        }
        if (isText) {
          newOutline = scanning.outline(text, language(), cancellation);
        }
      }
    }

    Optional<Node> node(Matching matching, Set<NodeId> old, Set<NodeId> given) {
      if (edit.after().isEmpty()) {
        return Optional.empty();
      }
      if (isUnchanged()) {
        return before;
      }
      Map<String, Value> metadata = new TreeMap<>();
      before.ifPresent(node -> metadata.putAll(node.metadata()));
      boolean follows =
          before.isPresent()
              || newOutline.snippets().stream().anyMatch(p -> matching.before(p).isPresent());
      if (!isText || !follows) {
        return Optional.of(files.raw(edit.after().get(), metadata));
      }
      MatchedIdentity identity = new MatchedIdentity(edit.id(), newOutline, matching, old, given);
      return Optional.of(files.scanned(newOutline, metadata, language(), identity));
    }
  }

  private static Value content(Blob blob) {
    Hash hash = blob.hash();
    return Value.of(hash.bytes());
  }
}
