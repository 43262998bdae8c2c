package org.fxd.graph.core.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.merge.Contradiction.Sort;
import org.fxd.graph.api.merge.Decider;

/**
 * Merges two trees that came of one base, deciding what contradicts.
 *
 * <p>First the trees are brought to where both have what either needs: an entry that both added
 * gets one in the base to compare with, one that was removed here and changed there comes back, new
 * folders of one name become one. That is done in rounds, since one may call for another. Then
 * {@link Settling} decides how what both have is to stand, and {@link Replay} does it.
 */
public final class Merging {
  /** Far more than any trees need; who gets here has found a defect. */
  private static final int ROUNDS = 100;

  private final Decider decider;
  private final Stubs stubs = new Stubs();
  private Node base;
  private Node ours;
  private Node theirs;
  private TreeDiff mine;
  private TreeDiff other;
  private boolean parted;

  private Merging(Node base, Node ours, Node theirs, Decider decider) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    this.decider = decider;
  }

  /** Merges two trees. */
  public static Node merge(Node base, Node ours, Node theirs, Decider decider) {
    if (base.hash().equals(ours.hash()) || ours.hash().equals(theirs.hash())) {
      return theirs;
    }
    if (base.hash().equals(theirs.hash())) {
      return ours;
    }
    return new Merging(base, ours, theirs, decider).run();
  }

  private Node run() {
    List<Found> found = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      mine = TreeDiff.of(base, ours);
      other = TreeDiff.of(base, theirs);
      found.clear();
      Contradictions.tell(mine, other, found::add);
      if (!level(found)) {
        Settling settling = new Settling(mine, other, asked());
        return Replay.run(mine, other, settling.settle(found), ours, theirs);
      }
    }
    throw new IllegalStateException("The merge comes to no end: " + found);
  }

  private Asked asked() {
    return new Asked(mine, other, stubs, decider);
  }

  /** Brings the trees nearer to each other; false if there is nothing to bring. */
  private boolean level(List<Found> found) {
    return stub(of(found, Found.What.TWICE))
        || exchange(of(found, Found.What.NODE))
        || restore(of(found, Found.What.GONE_THERE), of(found, Found.What.GONE_HERE))
        || unite()
        || part();
  }

  /** Keeps together what each side put in at one spot; once, when all else is level. */
  private boolean part() {
    if (parted) {
      return false;
    }
    parted = true;
    SideTree here = new SideTree(mine, other, ours);
    SideTree there = new SideTree(other, mine, theirs);
    new Runs(mine, other, here, there).part();
    boolean moved = !here.tree().equals(ours) || !there.tree().equals(theirs);
    ours = here.tree();
    theirs = there.tree();
    return moved;
  }

  private static List<NodeId> of(List<Found> found, Found.What what) {
    return found.stream().filter(one -> one.what() == what).map(Found::id).toList();
  }

  /** Gives the base what both sides added. */
  private boolean stub(List<NodeId> twice) {
    for (NodeId id : twice) {
      if (!stubs.contains(id)) {
        base = stubs.with(base, mine.after().get(id).entry(), other.after().get(id).entry());
      }
    }
    return !twice.isEmpty();
  }

  /** Puts one node on both sides where they have nothing in common. */
  private boolean exchange(List<NodeId> replaced) {
    if (replaced.isEmpty()) {
      return false;
    }
    NodeId id = replaced.get(0);
    Node node = asked().settle(Sort.NODE, id, "").entry().node();
    if (id.equals(TreeDiff.ROOT)) {
      ours = node;
      theirs = node;
      return true;
    }
    ours = exchanged(new SideTree(mine, other, ours), id, node);
    theirs = exchanged(new SideTree(other, mine, theirs), id, node);
    return true;
  }

  private static Node exchanged(SideTree side, NodeId id, Node node) {
    removeTwins(side, id, node);
    Located located = side.located(id);
    side.put(located.parent(), located.entry().withNode(node));
    return side.tree();
  }

  private static void removeTwins(SideTree side, NodeId id, Node node) {
    for (Entry entry : node.entries()) {
      if (side.has(entry.id()) && !within(side, entry.id(), id)) {
        side.remove(entry.id());
      } else {
        removeTwins(side, id, entry.node());
      }
    }
  }

  private static boolean within(SideTree side, NodeId inner, NodeId outer) {
    for (NodeId at = inner; !at.equals(TreeDiff.ROOT); at = side.located(at).parent()) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  private boolean restore(List<NodeId> goneThere, List<NodeId> goneHere) {
    if (goneThere.isEmpty() && goneHere.isEmpty()) {
      return false;
    }
    SideTree here = new SideTree(mine, other, ours);
    SideTree there = new SideTree(other, mine, theirs);
    restore(goneThere, mine, here, there);
    restore(goneHere, other, there, here);
    ours = here.tree();
    theirs = there.tree();
    return true;
  }

  private void restore(List<NodeId> ids, TreeDiff keeping, SideTree kept, SideTree gone) {
    Restoring restoring = new Restoring(keeping, gone);
    Set<NodeId> refused = new HashSet<>();
    Set<NodeId> asked = new HashSet<>();
    for (NodeId id : ids) {
      Optional<NodeId> unit = restoring.unit(id);
      if (unit.filter(asked::add).isPresent()
          && asked().decide(Sort.PRESENCE, unit.get(), "").isEmpty()) {
        refused.add(unit.get());
        kept.remove(unit.get());
      }
      if (unit.filter(refused::contains).isEmpty()) {
        restoring.restore(id);
      }
    }
  }

  /** Makes new folders of one name one folder, under the lesser id. */
  private boolean unite() {
    SideTree here = new SideTree(mine, other, ours);
    SideTree there = new SideTree(other, mine, theirs);
    boolean united = false;
    for (NodeId id : mine.after().keySet()) {
      Located added = mine.after().get(id);
      if (!mine.adds(id) || !there.has(added.parent())) {
        continue;
      }
      Optional<Entry> twin =
          there
              .located(added.parent())
              .entry()
              .node()
              .entry(added.entry().name())
              .filter(entry -> other.adds(entry.id()) && unites(added.entry(), entry));
      if (twin.isPresent()) {
        boolean lesser = id.compareTo(twin.get().id()) < 0;
        take(
            lesser ? there : here,
            lesser ? twin.get() : added.entry(),
            lesser ? id : twin.get().id());
        united = true;
      }
    }
    ours = here.tree();
    theirs = there.tree();
    return united;
  }

  private static boolean unites(Entry one, Entry two) {
    return !one.id().equals(two.id())
        && one.node().kind().sortedByName()
        && one.node().kind().equals(two.node().kind())
        && !one.node().equals(two.node());
  }

  private static void take(SideTree side, Entry entry, NodeId id) {
    NodeId parent = side.located(entry.id()).parent();
    Entry now = side.builder(parent).entry(entry.id()).orElseThrow();
    side.remove(entry.id());
    side.put(parent, new Entry(id, now.name(), now.place(), now.node()));
  }
}
