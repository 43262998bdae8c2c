package org.fxd.graph.core.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;

/** Where things stand in a tree that another one became; found from what differs. */
public final class Whereabouts {
  private final TreeDiff diff;

  private Whereabouts(TreeDiff diff) {
    this.diff = diff;
  }

  /** Compares two trees, at a cost that follows what differs. */
  public static Whereabouts of(Node before, Node after) {
    return new Whereabouts(TreeDiff.of(before, after));
  }

  /**
   * The entries from the root to one that differs, or that stands above one; outermost first.
   *
   * @return empty if it is not in the later tree, or neither it nor anything below it differs
   */
  public Optional<List<Entry>> way(NodeId id) {
    return diff.after().containsKey(id) ? Optional.of(way(diff.after(), id)) : Optional.empty();
  }

  private static List<Entry> way(Map<NodeId, Located> tree, NodeId id) {
    Deque<Entry> way = new ArrayDeque<>();
    for (NodeId at = id; !at.equals(TreeDiff.ROOT); at = tree.get(at).parent()) {
      way.addFirst(tree.get(at).entry());
    }
    return List.copyOf(way);
  }

  /** The ways in the earlier tree to the files that went from one form to the other. */
  public List<List<Entry>> reformed() {
    List<List<Entry>> files = new ArrayList<>();
    for (NodeId id : diff.after().keySet()) {
      if ((diff.replaces(id) || diff.reforms(id)) && diff.before().containsKey(id)) {
        files.add(way(diff.before(), id));
      }
    }
    return files;
  }

  /** The ways to what is new in the later tree: whatever stands only there, stands in one of it. */
  public List<List<Entry>> arrivals() {
    List<List<Entry>> arrivals = new ArrayList<>();
    for (NodeId id : diff.after().keySet()) {
      boolean added = diff.adds(id) && !diff.adds(diff.after().get(id).parent());
      if (added || diff.replaces(id) || diff.reforms(id)) {
        way(id).ifPresent(arrivals::add);
      }
    }
    return arrivals;
  }
}
