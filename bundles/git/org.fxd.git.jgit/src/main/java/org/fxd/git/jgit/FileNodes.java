package org.fxd.git.jgit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.git.jgit.Comparison.Gone;
import org.fxd.git.jgit.object.ExecutableBit;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.Sources;

/**
 * Makes the nodes of files and links. What did not change keeps its node; what did is scanned again
 * together with what has come and what is gone, so that snippets are followed from file to file;
 * what is new with nothing to follow from stays raw.
 */
final class FileNodes {
  private final Nodes nodes;
  private final Sources sources;
  private final Cancellation cancellation;

  FileNodes(Nodes nodes, Sources sources, Cancellation cancellation) {
    this.nodes = nodes;
    this.sources = sources;
    this.cancellation = cancellation;
  }

  /**
   * Gives each file and link its node; one that could not be read keeps what the project has of it.
   *
   * @param found files and links, each with its id
   * @param gone what is gone for good
   */
  void make(List<Found> found, List<Gone> gone) {
    List<Found> changed = new ArrayList<>();
    List<Found> come = new ArrayList<>();
    for (Found each : found) {
      if (each.type() == Found.Type.SYMLINK) {
        each.node(link(each, Kind.SYMLINK));
      } else if (each.type() == Found.Type.GITLINK) {
        each.node(link(each, Kind.GITLINK));
      } else if (each.content() == null) {
        each.before().filter(entry -> !each.moved()).map(Entry::node).ifPresent(each::node);
      } else if (each.fileBefore().isEmpty()) {
        come.add(each);
      } else if (isKept(each)) {
        each.node(ExecutableBit.set(each.fileBefore().get(), each.executable()));
      } else {
        changed.add(each);
      }
    }
    List<FileEdit> lost = new ArrayList<>();
    for (Gone old : gone) {
      Entry entry = old.entry();
      if (entry.node().kind().equals(Kind.FILE)) {
        lost.add(
            new FileEdit(entry.id(), entry.name(), Optional.of(entry.node()), Optional.empty()));
      }
    }
    if (changed.isEmpty() && (lost.isEmpty() || come.isEmpty())) {
      come.forEach(each -> each.node(sources.raw(each.content().blob().get(), each.executable())));
    } else {
      rescan(changed, come, lost);
    }
  }

  private void rescan(List<Found> changed, List<Found> come, List<FileEdit> lost) {
    List<Found> all = new ArrayList<>(changed);
    all.addAll(come);
    List<FileEdit> edits = new ArrayList<>();
    for (Found each : all) {
      edits.add(new FileEdit(each.id(), each.name(), each.fileBefore(), each.content().blob()));
    }
    edits.addAll(lost);
    List<Optional<Node>> scanned = sources.rescan(edits, cancellation);
    for (int i = 0; i < all.size(); i++) {
      Node node = scanned.get(i).orElseThrow();
      all.get(i).node(ExecutableBit.set(node, all.get(i).executable()));
    }
  }

  /** Whether a file's node still says what the file is. */
  private boolean isKept(Found file) {
    Node before = file.fileBefore().get();
    boolean same = MovedFiles.contentOf(before).filter(file.content().hash()::equals).isPresent();
    boolean raw = before.value().asBlob().isPresent();
    // A scanned file that moved to the name of another language has to be scanned as that.
    return same
        && (raw
            || !file.moved()
            || before.metadata(FileMeta.LANGUAGE).equals(Value.of(sources.language(file.name()))));
  }

  private Node link(Found link, Kind kind) {
    Value target = Value.of(link.target());
    return link.before()
        .map(Entry::node)
        .filter(before -> before.kind().equals(kind))
        .map(
            before ->
                before.value().equals(target) ? before : before.builder().value(target).build())
        .orElseGet(() -> nodes.leaf(kind, target));
  }
}
