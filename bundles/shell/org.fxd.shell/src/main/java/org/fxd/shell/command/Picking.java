package org.fxd.shell.command;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/**
 * Which nodes of two trees are of interest: those that one of some selectors finds in either tree,
 * with all below them. Only what differs is looked at.
 *
 * @param selectors none if all nodes are of interest
 */
record Picking(Sources sources, List<Selector> selectors, Node before, Node after) {
  Picking {
    selectors = List.copyOf(selectors);
  }

  /** All that differs. */
  static Picking all(Sources sources, Node before, Node after) {
    return new Picking(sources, List.of(), before, after);
  }

  /** Whether all nodes are of interest. */
  boolean isAll() {
    return selectors.isEmpty();
  }

  /** What of a file is of interest. */
  Picked in(FileChange change) {
    if (isAll()) {
      return new Picked(true, Set.of()); // Without looking into the file.
    }
    Set<NodeId> ids = new HashSet<>();
    boolean isWhole = false;
    for (Optional<Match> file : List.of(at(before, change.before()), at(after, change.after()))) {
      isWhole |= file.filter(this::finds).isPresent();
      file.ifPresent(match -> gather(match, ids));
    }
    return new Picked(isWhole, ids);
  }

  /** Whether a change is of interest, one of something else than the text of a file. */
  boolean picks(TreeChange change) {
    if (isAll()) {
      return true;
    }
    Predicate<Match> wanted =
        change.from().isPresent() && change.to().isPresent() ? this::finds : this::findsWithin;
    return change
            .from()
            .flatMap(entry -> at(before, change.before(), entry))
            .filter(wanted)
            .isPresent()
        || change
            .to()
            .flatMap(entry -> at(after, change.after(), entry))
            .filter(wanted)
            .isPresent();
  }

  private boolean finds(Match match) {
    return selectors.stream().anyMatch(selector -> selector.matches(match));
  }

  private boolean findsWithin(Match match) {
    if (finds(match)) {
      return true;
    }
    for (Entry inner : match.node().entries()) {
      if (findsWithin(match.child(inner))) {
        return true;
      }
    }
    return false;
  }

  private void gather(Match match, Set<NodeId> ids) {
    for (Entry entry : match.node().entries()) {
      Match inner = match.child(entry);
      if (finds(inner)) {
        all(inner, ids);
      } else {
        gather(inner, ids);
      }
    }
  }

  private static void all(Match match, Set<NodeId> ids) {
    ids.add(match.id());
    match.node().entries().forEach(entry -> all(match.child(entry), ids));
  }

  /** A file where it stands, with its snippets. */
  private Optional<Match> at(Node root, Optional<SourceFile> file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Optional<Match> at = root.entry(Name.of(Workspace.CODE)).map(entry -> Match.below(root, entry));
    for (Name name : file.get().path().names()) {
      at = at.flatMap(above -> above.node().entry(name).map(above::child));
    }
    return at.map(
        match ->
            match.node().kind().equals(Kind.FILE)
                ? match.as(sources.scanned(match.id(), match.name(), match.entry().node()))
                : match);
  }

  /** An entry, and by their names those above it; empty for the root itself. */
  private static Optional<Match> at(Node root, List<Name> names, Entry entry) {
    Optional<Match> above = Optional.empty();
    for (int i = 0; i < names.size() - 1; i++) {
      Node container = above.map(Match::node).orElse(root);
      Optional<Match> parent = above;
      above =
          container
              .entry(names.get(i))
              .map(one -> parent.map(it -> it.child(one)).orElseGet(() -> Match.below(root, one)));
      if (above.isEmpty()) {
        return Optional.empty();
      }
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(above.map(it -> it.child(entry)).orElseGet(() -> Match.below(root, entry)));
  }
}
