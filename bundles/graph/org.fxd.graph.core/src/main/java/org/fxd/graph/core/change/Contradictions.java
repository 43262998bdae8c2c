package org.fxd.graph.core.change;

import static org.fxd.graph.core.change.Found.What.CIRCLE;
import static org.fxd.graph.core.change.Found.What.FIELD;
import static org.fxd.graph.core.change.Found.What.NAME;
import static org.fxd.graph.core.change.Found.What.NODE;
import static org.fxd.graph.core.change.Found.What.PARENT;
import static org.fxd.graph.core.change.Found.What.PLACE;
import static org.fxd.graph.core.change.Found.What.TWICE;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;

/**
 * Finds where two differences from one base cannot both be done. Who is told decides what follows:
 * a replay refuses at the first, a merge gathers all.
 */
final class Contradictions {
  private final TreeDiff mine;
  private final TreeDiff other;
  private final Consumer<Found> told;

  private Contradictions(TreeDiff mine, TreeDiff other, Consumer<Found> told) {
    this.mine = mine;
    this.other = other;
    this.told = told;
  }

  /** Tells of each, in a steady order. */
  static void tell(TreeDiff mine, TreeDiff other, Consumer<Found> told) {
    new Contradictions(mine, other, told).look();
  }

  private void look() {
    for (NodeId id : mine.after().keySet()) {
      if (mine.keeps(id) && other.keeps(id)) {
        same(id);
      } else if (mine.adds(id) && other.adds(id)) {
        twice(id);
      }
    }
    survive(mine, other, Found.What.GONE_THERE);
    survive(other, mine, Found.What.GONE_HERE);
    mine.after().keySet().forEach(this::circle);
  }

  /** Whether an entry of the base is still there after a difference. */
  static boolean alive(TreeDiff diff, Map<NodeId, Located> base, NodeId id) {
    NodeId at = id;
    while (!at.equals(TreeDiff.ROOT)) {
      if (diff.touches(at)) {
        return diff.keeps(at) && (at.equals(id) || !diff.replaces(at));
      }
      at = base.get(at).parent();
    }
    return at.equals(id) || !diff.replaces(at);
  }

  private void found(Found.What what, NodeId id, String sentence) {
    told.accept(new Found(what, id, sentence));
  }

  /** An entry that both keep. */
  private void same(NodeId id) {
    String path = mine.pathOf(id);
    Located base = mine.before().get(id);
    Located here = mine.after().get(id);
    Located there = other.after().get(id);
    if (mine.reparents(id) && other.reparents(id) && !here.parent().equals(there.parent())) {
      found(PARENT, id, "both sides moved " + path + ", to " + other.pathOf(id) + " on the other.");
    }
    Entry was = base.entry();
    Entry one = here.entry();
    Entry two = there.entry();
    if (!was.name().equals(one.name())
        && !was.name().equals(two.name())
        && !one.name().equals(two.name())) {
      found(NAME, id, "both sides renamed " + path + ", to '" + two.name() + "' on the other.");
    }
    if (!was.place().equals(one.place())
        && !was.place().equals(two.place())
        && !one.place().equals(two.place())) {
      found(PLACE, id, "both sides moved " + path + " among its siblings.");
    }
    if (one.node().hash().equals(two.node().hash()) || mine.reforms(id) || other.reforms(id)) {
      return;
    }
    if (mine.replaces(id) || other.replaces(id)) {
      if (!was.node().hash().equals(one.node().hash())
          && !was.node().hash().equals(two.node().hash())) {
        found(NODE, id, "both sides changed " + path + ".");
      }
    } else if (mine.edits(id) && other.edits(id)) {
      String what = new Fields(was.node(), one.node(), two.node()).contradiction();
      if (!what.isEmpty()) {
        found(FIELD, id, what + " " + path + ".");
      }
    }
  }

  /** An entry that both add. */
  private void twice(NodeId id) {
    Located here = mine.after().get(id);
    Located there = other.after().get(id);
    if (!here.parent().equals(there.parent()) || !here.entry().equals(there.entry())) {
      found(TWICE, id, "both sides added " + mine.pathOf(id) + ", and not alike.");
    }
  }

  /** What one side changes, adds or moves something to must still be there on the other. */
  private void survive(TreeDiff one, TreeDiff two, Found.What gone) {
    for (NodeId id : one.after().keySet()) {
      if (one.keeps(id) && one.changes(id) && !alive(two, one.before(), id)) {
        found(gone, id, "one side changed " + one.pathOf(id) + " and the other removed it.");
      }
      if (one.adds(id) || one.reparents(id)) {
        NodeId parent = one.after().get(id).parent();
        while (one.adds(parent)) {
          parent = one.after().get(parent).parent();
        }
        if (!alive(two, one.before(), parent) || two.replaces(parent)) {
          found(
              gone,
              id,
              "one side put " + one.pathOf(id) + " where the other removed what it stands in.");
        }
      }
    }
  }

  /** Moves of both sides must not put two nodes into each other. */
  private void circle(NodeId start) {
    if (!mine.reparents(start)) {
      return;
    }
    Set<NodeId> seen = new HashSet<>();
    for (NodeId at = start; !at.equals(TreeDiff.ROOT); at = parent(at)) {
      if (!seen.add(at)) {
        found(
            CIRCLE,
            start,
            "together both sides would move " + mine.pathOf(start) + " into itself.");
        return;
      }
    }
  }

  private NodeId parent(NodeId id) {
    if (mine.adds(id) || mine.reparents(id) || !other.after().containsKey(id)) {
      return mine.after().get(id).parent();
    }
    return other.after().get(id).parent();
  }
}
