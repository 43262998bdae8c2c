package org.fxd.graph.core.change;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.merge.Contradiction.Sort;
import org.fxd.graph.api.merge.Standing;

/** Entries that would stand within themselves, since each side moved one of them into another. */
final class Circles {
  private final TreeDiff mine;
  private final TreeDiff other;
  private final Asked asked;
  private final Settled settled;

  Circles(TreeDiff mine, TreeDiff other, Asked asked, Settled settled) {
    this.mine = mine;
    this.other = other;
    this.asked = asked;
    this.settled = settled;
  }

  /** Takes back moves until nothing stands within itself. */
  void open() {
    Set<NodeId> starts = new LinkedHashSet<>(settled.entries().keySet());
    mine.after().keySet().stream().filter(mine::reparents).forEach(starts::add);
    Set<NodeId> takenBack = new HashSet<>();
    for (NodeId start : starts) {
      for (Set<NodeId> circle = circle(start); !circle.isEmpty(); circle = circle(start)) {
        takeBack(circle, takenBack);
      }
    }
  }

  private Set<NodeId> circle(NodeId start) {
    Set<NodeId> seen = new LinkedHashSet<>();
    for (NodeId at = start; !at.equals(TreeDiff.ROOT); at = settled.located(at).parent()) {
      if (!seen.add(at)) {
        Set<NodeId> circle = new LinkedHashSet<>();
        NodeId in = at;
        while (circle.add(in)) {
          in = settled.located(in).parent();
        }
        return circle;
      }
    }
    return Set.of();
  }

  private void takeBack(Set<NodeId> circle, Set<NodeId> takenBack) {
    for (NodeId id : circle.stream().sorted().toList()) {
      Located here = mine.touches(id) ? mine.after().get(id) : other.before().get(id);
      if (here != null
          && !here.parent().equals(settled.located(id).parent())
          && takenBack.add(id)) {
        Standing to = asked.settle(Sort.CYCLE, id, "");
        boolean back = to.parent().equals(here.parent());
        if (back || !theirs(circle, takenBack)) {
          put(id, alive(here));
        }
        return;
      }
    }
    if (!theirs(circle, takenBack)) {
      // Whatever else was decided, the root holds anything.
      NodeId id = circle.stream().sorted().findFirst().orElseThrow();
      put(id, new Located(TreeDiff.ROOT, settled.located(id).entry()));
    }
  }

  /** Takes back one of our moves instead of one of theirs. */
  private boolean theirs(Set<NodeId> circle, Set<NodeId> takenBack) {
    for (NodeId id : circle.stream().sorted().toList()) {
      Located there = other.touches(id) ? other.after().get(id) : mine.before().get(id);
      if (there != null
          && !there.parent().equals(settled.located(id).parent())
          && takenBack.add(id)) {
        put(id, alive(there));
        return true;
      }
    }
    return false;
  }

  /** The same, in the nearest node around that is there in the end. */
  private Located alive(Located located) {
    NodeId parent = located.parent();
    while (!parent.equals(TreeDiff.ROOT) && !settled.stays(parent)) {
      parent = in(parent).parent();
    }
    return new Located(parent, located.entry());
  }

  private Located in(NodeId id) {
    Located base = mine.before().getOrDefault(id, other.before().get(id));
    return base != null ? base : settled.located(id);
  }

  private void put(NodeId id, Located to) {
    Entry at = settled.located(id).entry();
    settled.put(
        id,
        new Located(to.parent(), new Entry(id, at.name(), to.entry().place(), settled.node(id))));
  }
}
