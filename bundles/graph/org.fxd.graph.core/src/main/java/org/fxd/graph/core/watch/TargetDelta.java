package org.fxd.graph.core.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.watch.NodeChange;
import org.fxd.graph.api.watch.WatchTarget;
import org.fxd.graph.core.delta.Touched;
import org.fxd.graph.core.delta.TreeDelta;
import org.fxd.graph.core.delta.TreeOrder;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.CompiledSelector;

/** What of a change concerns one target. Immutable. */
final class TargetDelta {
  private final WatchTarget target;
  private final Finder finder;
  private final Projectors projectors;
  private final Optional<CompiledSelector> selector;

  TargetDelta(WatchTarget target, Finder finder, Projectors projectors) {
    this.target = target;
    this.finder = finder;
    this.projectors = projectors;
    this.selector =
        target instanceof WatchTarget.OfSelector of
            ? Optional.of(CompiledSelector.of(of.selector(), projectors))
            : Optional.empty();
  }

  /** What concerns the target, in the order of the later tree, removals last. */
  List<NodeChange> of(TreeDelta delta) {
    if (target instanceof WatchTarget.OfNode node) {
      return ofNode(delta, node.id());
    } else if (target instanceof WatchTarget.OfSubtree subtree) {
      return ofSubtree(delta, subtree.id());
    } else {
      return selector.map(s -> found(delta, s)).orElseGet(() -> all(delta));
    }
  }

  private List<NodeChange> ofNode(TreeDelta delta, NodeId id) {
    Changes changes = new Changes(delta);
    Optional<Touched> kept = delta.kept(id);
    if (kept.isPresent()) {
      changes.kept(kept.get());
    } else {
      come(delta, id).ifPresent(changes::created);
      gone(delta, id).ifPresent(changes::removed);
    }
    return changes.inOrder();
  }

  private List<NodeChange> ofSubtree(TreeDelta delta, NodeId id) {
    Changes changes = new Changes(delta);
    Optional<Touched> top = delta.kept(id);
    Optional<Match> come = top.isPresent() ? Optional.empty() : come(delta, id);
    Optional<Match> gone = top.isPresent() ? Optional.empty() : gone(delta, id);
    if (top.isEmpty() && come.isEmpty() && gone.isEmpty()) {
      return List.of();
    }
    for (Touched kept : delta.kept()) {
      if (within(kept.before(), id) || within(kept.after(), id)) {
        changes.kept(kept);
      }
    }
    Predicate<Match> created = changes::created;
    Predicate<Match> removed = changes::removed;
    come.ifPresent(match -> delta.each(match, created));
    gone.ifPresent(match -> delta.each(match, removed));
    // Others of these may stand in it as well, below something that came into it from elsewhere.
    below(delta.added(), id).forEach(match -> delta.each(match, created));
    below(delta.removed(), id).forEach(match -> delta.each(match, removed));
    return changes.inOrder();
  }

  private static List<NodeChange> all(TreeDelta delta) {
    Changes changes = new Changes(delta);
    delta.kept().forEach(changes::kept);
    delta.eachAdded(changes::created);
    delta.eachRemoved(changes::removed);
    return changes.inOrder();
  }

  private List<NodeChange> found(TreeDelta delta, CompiledSelector compiled) {
    Changes changes = new Changes(delta);
    SelectorDelta found = SelectorDelta.of(delta, compiled, projectors);
    found.come().forEach(changes::created);
    found.gone().forEach(changes::removed);
    found.stayed().forEach(changes::kept);
    return changes.inOrder();
  }

  /** A node that both roots do not have as it is, if it came with another. */
  private Optional<Match> come(TreeDelta delta, NodeId id) {
    return in(delta.after(), delta.added(), id);
  }

  private Optional<Match> gone(TreeDelta delta, NodeId id) {
    return in(delta.before(), delta.removed(), id);
  }

  private Optional<Match> in(Node root, List<Match> tops, NodeId id) {
    if (tops.isEmpty()) {
      return Optional.empty();
    }
    Optional<Match> top = tops.stream().filter(match -> match.id().equals(id)).findFirst();
    return top.isPresent()
        ? top
        : finder
            .find(root, id)
            .filter(match -> tops.stream().anyMatch(above -> within(match, above.id())));
  }

  private static List<Match> below(List<Match> tops, NodeId id) {
    return tops.stream()
        .filter(top -> top.parent().filter(p -> within(p, id)).isPresent())
        .toList();
  }

  private static boolean within(Match match, NodeId id) {
    for (Optional<Match> at = Optional.of(match); at.isPresent(); at = at.get().parent()) {
      if (at.get().id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** Changes of nodes, gathered in any order. */
  private static final class Changes {
    private final TreeDelta delta;
    private final List<NodeChange> later = new ArrayList<>();
    private final List<NodeChange> removed = new ArrayList<>();

    Changes(TreeDelta delta) {
      this.delta = delta;
    }

    boolean created(Match match) {
      return later.add(
          new NodeChange(
              NodeChange.Kind.CREATED, Optional.empty(), Optional.of(delta.expand(match))));
    }

    boolean removed(Match match) {
      return removed.add(
          new NodeChange(
              NodeChange.Kind.REMOVED, Optional.of(delta.expand(match)), Optional.empty()));
    }

    void kept(Touched node) {
      if (node.shows()) {
        later.add(
            new NodeChange(
                node.moved() ? NodeChange.Kind.MOVED : NodeChange.Kind.CHANGED,
                Optional.of(delta.expand(node.before())),
                Optional.of(delta.expand(node.after()))));
      }
    }

    List<NodeChange> inOrder() {
      later.sort((a, b) -> TreeOrder.ORDER.compare(a.after().get(), b.after().get()));
      removed.sort((a, b) -> TreeOrder.ORDER.compare(a.before().get(), b.before().get()));
      List<NodeChange> all = new ArrayList<>(later);
      all.addAll(removed);
      return all;
    }
  }
}
