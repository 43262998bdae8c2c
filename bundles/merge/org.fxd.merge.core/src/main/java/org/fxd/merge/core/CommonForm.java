package org.fxd.merge.core;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.merge.Contradiction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/**
 * Brings files that both sides changed to a form in which they can be merged. Raw ones stay raw if
 * their lines can be merged; else, and where only some are raw, all three are taken as snippets, if
 * their snippets go together.
 */
final class CommonForm {
  /** Three roots of one merge. */
  record Roots(Node base, Node ours, Node theirs) {}

  /** One file in the three roots. */
  private record File(SourceFile base, SourceFile ours, SourceFile theirs) {
    boolean isRaw() {
      return Stream.of(base, ours, theirs).allMatch(file -> raw(node(file)));
    }

    boolean isScanned() {
      return Stream.of(base, ours, theirs).noneMatch(file -> raw(node(file)));
    }
  }

  private final Nodes nodes;
  private final Sources sources;
  private final Ladder ladder;

  CommonForm(Nodes nodes, Sources sources, Ladder ladder) {
    this.nodes = nodes;
    this.sources = sources;
    this.ladder = ladder;
  }

  Roots of(Node base, Node ours, Node theirs) {
    Map<NodeId, FileChange> mine = changes(base, ours);
    Map<NodeId, FileChange> other = changes(base, theirs);
    Edit edit = new Edit(base, ours, theirs);
    mine.forEach(
        (id, change) -> {
          FileChange opposite = other.get(id);
          if (opposite != null) {
            bring(
                edit,
                new File(
                    change.before().orElseThrow(),
                    change.after().orElseThrow(),
                    opposite.after().orElseThrow()));
          }
        });
    return edit.roots();
  }

  private Map<NodeId, FileChange> changes(Node base, Node side) {
    Map<NodeId, FileChange> changes = new LinkedHashMap<>();
    sources.diffFiles(
        base,
        side,
        change -> {
          if (change.before().isPresent()
              && change.after().isPresent()
              && isFile(change.before().get())
              && isFile(change.after().get())
              && !node(change.before().get()).equals(node(change.after().get()))) {
            changes.put(change.after().get().entry().id(), change);
          }
          return true;
        });
    return changes;
  }

  private void bring(Edit edit, File file) {
    if (file.isScanned()
        || node(file.ours()).equals(node(file.theirs()))
        || file.isRaw() && mergesByLines(file)) {
      return;
    }
    Node base = scanned(file.base());
    Node ours = scanned(file.base(), file.ours());
    Node theirs = scanned(file.base(), file.theirs());
    if (Stream.of(base, ours, theirs).noneMatch(CommonForm::raw)
        && (!file.isRaw() || goTogether(base, ours, theirs))) {
      edit.put(file, base, ours, theirs);
    }
  }

  private boolean mergesByLines(File file) {
    Terms terms =
        new Terms(
            List.of(node(file.ours()).value(), node(file.theirs()).value()),
            List.of(node(file.base()).value()));
    String language = sources.language(file.ours().entry().name());
    return !terms.isConflict() || ladder.merge(terms, Kind.FILE, language).isPresent();
  }

  /**
   * Whether only texts of snippets contradict each other, if anything does, and no line comes of
   * putting them together that no side has.
   */
  private boolean goTogether(Node base, Node ours, Node theirs) {
    boolean[] fields = {true};
    Node merged =
        nodes.merge(
            base,
            ours,
            theirs,
            contradiction -> {
              fields[0] &= contradiction.sort() == Contradiction.Sort.FIELD;
              return contradiction.ours().or(contradiction::theirs);
            });
    Set<String> known = new HashSet<>();
    Stream.of(base, ours, theirs).flatMap(this::lines).forEach(known::add);
    return fields[0] && lines(merged).allMatch(known::contains);
  }

  private Stream<String> lines(Node file) {
    return new String(sources.render(file), StandardCharsets.UTF_8).lines();
  }

  private Node scanned(SourceFile file) {
    Entry entry = file.entry();
    return sources.scanned(entry.id(), entry.name(), entry.node());
  }

  /** A side's file with the ids that its snippets had in the base. */
  private Node scanned(SourceFile base, SourceFile side) {
    Node node = node(side);
    if (!raw(node)) {
      return node;
    }
    Entry entry = side.entry();
    Optional<Blob> after = node.value().asBlob();
    Node scanned =
        sources
            .rescan(List.of(new FileEdit(entry.id(), entry.name(), Optional.of(node(base)), after)))
            .get(0)
            .orElse(node);
    Value executable = node.metadata(FileMeta.EXECUTABLE);
    return scanned.builder().metadata(FileMeta.EXECUTABLE, executable).build();
  }

  private static boolean isFile(SourceFile file) {
    return node(file).kind().equals(Kind.FILE);
  }

  private static Node node(SourceFile file) {
    return file.entry().node();
  }

  private static boolean raw(Node file) {
    return file.value().asBlob().isPresent();
  }

  /** The roots, with files put into them. */
  private static final class Edit {
    private final Node base;
    private final Node ours;
    private final Node theirs;
    private NodeBuilder[] builders;

    Edit(Node base, Node ours, Node theirs) {
      this.base = base;
      this.ours = ours;
      this.theirs = theirs;
    }

    void put(File file, Node inBase, Node inOurs, Node inTheirs) {
      if (builders == null) {
        builders = new NodeBuilder[] {base.builder(), ours.builder(), theirs.builder()};
      }
      put(builders[0], file.base(), inBase);
      put(builders[1], file.ours(), inOurs);
      put(builders[2], file.theirs(), inTheirs);
    }

    private static void put(NodeBuilder root, SourceFile file, Node node) {
      NodeBuilder folder = root.child(Name.of(Workspace.CODE));
      List<Name> names = file.path().names();
      for (Name name : names.subList(0, names.size() - 1)) {
        folder = folder.child(name);
      }
      folder.put(file.entry().withNode(node));
    }

    Roots roots() {
      return builders == null
          ? new Roots(base, ours, theirs)
          : new Roots(builders[0].build(), builders[1].build(), builders[2].build());
    }
  }
}
