package org.fxd.graph.core.change;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.TreeChange;

/** Reports how two trees differ, in the order of the later one, removals last. */
public final class Comparison {
  private static final Comparator<Located> ORDER =
      Comparator.comparing((Located located) -> located.entry().place())
          .thenComparing(located -> located.entry().name())
          .thenComparing(located -> located.entry().id());

  private final TreeDiff diff;
  private final Predicate<TreeChange> visitor;

  private Comparison(TreeDiff diff, Predicate<TreeChange> visitor) {
    this.diff = diff;
    this.visitor = visitor;
  }

  /**
   * Compares two trees.
   *
   * @return false if the visitor stopped the comparison
   */
  public static boolean compare(Node before, Node after, Predicate<TreeChange> visitor) {
    if (before.hash().equals(after.hash())) {
      return true;
    }
    Comparison comparison = new Comparison(TreeDiff.of(before, after), visitor);
    return comparison.changes() && comparison.removals();
  }

  private boolean changes() {
    for (NodeId id : inOrder(diff.after())) {
      boolean goOn =
          diff.adds(id)
              ? diff.adds(diff.after().get(id).parent()) || tell(TreeChange.Kind.ADDED, id)
              : place(id)
                  && (!diff.edits(id) && !diff.replaces(id) || tell(TreeChange.Kind.CHANGED, id));
      if (!goOn) {
        return false;
      }
    }
    return true;
  }

  private boolean place(NodeId id) {
    if (!diff.moves(id)) {
      return true;
    }
    Entry from = diff.before().get(id).entry();
    Entry to = diff.after().get(id).entry();
    boolean moved = diff.reparents(id) || !from.place().equals(to.place());
    return tell(moved ? TreeChange.Kind.MOVED : TreeChange.Kind.RENAMED, id);
  }

  private boolean removals() {
    for (NodeId id : inOrder(diff.before())) {
      if (diff.removes(id)
          && !diff.removes(diff.before().get(id).parent())
          && !tell(TreeChange.Kind.REMOVED, id)) {
        return false;
      }
    }
    return true;
  }

  private boolean tell(TreeChange.Kind kind, NodeId id) {
    return visitor.test(
        new TreeChange(
            kind,
            names(diff.before(), id),
            names(diff.after(), id),
            Optional.ofNullable(diff.before().get(id)).map(Located::entry),
            Optional.ofNullable(diff.after().get(id)).map(Located::entry)));
  }

  private static List<Name> names(Map<NodeId, Located> tree, NodeId id) {
    return tree.containsKey(id) ? TreeDiff.path(tree, id) : List.of();
  }

  /** The touched entries of a tree, each before those below it. */
  private static Iterable<NodeId> inOrder(Map<NodeId, Located> tree) {
    Map<NodeId, List<Located>> children = TreeDiff.byParent(tree);
    children.values().forEach(list -> list.sort(ORDER));
    Deque<NodeId> order = new ArrayDeque<>();
    Deque<NodeId> stack = new ArrayDeque<>(List.of(TreeDiff.ROOT));
    while (!stack.isEmpty()) {
      NodeId id = stack.pop();
      order.add(id);
      List<Located> below = children.getOrDefault(id, List.of());
      for (int i = below.size() - 1; i >= 0; i--) {
        stack.push(below.get(i).entry().id());
      }
    }
    return order;
  }
}
