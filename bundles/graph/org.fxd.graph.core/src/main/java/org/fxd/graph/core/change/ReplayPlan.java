package org.fxd.graph.core.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;

/**
 * What is to be done on the tree of the other side: which entries move, are edited, go or come, and
 * where they stand. Follows from the two differences and what is settled; looks at no tree.
 */
final class ReplayPlan {
  private final TreeDiff mine;
  private final TreeDiff other;
  private final Map<NodeId, Located> settled;

  ReplayPlan(TreeDiff mine, TreeDiff other, Map<NodeId, Located> settled) {
    this.mine = mine;
    this.other = other;
    this.settled = settled;
  }

  /** The entries that come to stand elsewhere, or under another name. */
  List<NodeId> moved() {
    List<NodeId> moved = new ArrayList<>();
    for (NodeId id : mine.after().keySet()) {
      if (moves(id)) {
        moved.add(id);
      }
    }
    for (NodeId id : settled.keySet()) {
      if (!mine.after().containsKey(id) && moves(id)) {
        moved.add(id);
      }
    }
    return moved;
  }

  /** The entries whose nodes change. */
  List<NodeId> edited() {
    List<NodeId> edited = new ArrayList<>();
    for (NodeId id : mine.after().keySet()) {
      if (edits(id) && there(id) && !reformedAbove(mine.before(), id)) {
        edited.add(id);
      }
    }
    return edited;
  }

  /** The outermost entries that go. */
  List<NodeId> removed() {
    List<NodeId> removed = new ArrayList<>();
    for (NodeId id : mine.before().keySet()) {
      if (mine.removes(id)
          && !mine.removes(mine.before().get(id).parent())
          && there(id)
          && !reformedAbove(mine.before(), id)) {
        removed.add(id);
      }
    }
    return removed;
  }

  private boolean moves(NodeId id) {
    Located to = settled.get(id);
    if (to == null) {
      return mine.moves(id);
    }
    Located there = there(mine.before(), id);
    return there != null
        && !id.equals(TreeDiff.ROOT)
        && !(to.parent().equals(there.parent())
            && to.entry().withNode(there.entry().node()).equals(there.entry()));
  }

  private Located there(Map<NodeId, Located> base, NodeId id) {
    Located located = other.after().get(id);
    return located != null ? located : base.get(id);
  }

  private boolean edits(NodeId id) {
    return settled.containsKey(id) && mine.keeps(id)
        || mine.edits(id)
        || mine.replaces(id)
        || mine.reforms(id)
        || mine.keeps(id)
            && other.reforms(id)
            && !mine.before().get(id).entry().node().equals(mine.after().get(id).entry().node());
  }

  /**
   * Whether an entry stands in a file that the other side took to its other form. Such a file is
   * exchanged as a whole for what it became here, so nothing is to be done inside.
   */
  boolean reformedAbove(Map<NodeId, Located> tree, NodeId id) {
    for (NodeId at = id; !at.equals(TreeDiff.ROOT) && tree.containsKey(at); ) {
      at = tree.get(at).parent();
      if (other.reforms(at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the other side still has an entry of the base. */
  private boolean there(NodeId id) {
    return Contradictions.alive(other, mine.before(), id);
  }

  /** The parent in the other side's tree of an entry of the base. */
  NodeId ontoParent(NodeId id) {
    Located located = other.after().get(id);
    return located != null ? located.parent() : mine.before().get(id).parent();
  }

  /** Name, place and node of a moved entry, with what both sides did to it. */
  Entry place(NodeId id) {
    if (settled.containsKey(id)) {
      return settled.get(id).entry();
    }
    Entry base = mine.before().get(id).entry();
    Entry here = mine.after().get(id).entry();
    Entry there = Optional.ofNullable(other.after().get(id)).map(Located::entry).orElse(base);
    Name name = here.name().equals(base.name()) ? there.name() : here.name();
    Place place = here.place().equals(base.place()) ? there.place() : here.place();
    return new Entry(id, name, place, here.node());
  }

  NodeId parentOf(NodeId id) {
    if (settled.containsKey(id)) {
      return settled.get(id).parent();
    }
    return mine.reparents(id) ? mine.after().get(id).parent() : ontoParent(id);
  }

  boolean addsOnTop(NodeId id) {
    return mine.adds(id) && !mine.adds(mine.after().get(id).parent()) && !other.adds(id);
  }
}
