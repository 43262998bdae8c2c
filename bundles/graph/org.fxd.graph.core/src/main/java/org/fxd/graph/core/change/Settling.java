package org.fxd.graph.core.change;

import java.util.List;
import java.util.Map;
import org.fxd.graph.api.NodeId;

/**
 * Settles how entries are to stand that both sides have and contradict each other about: their
 * fields, names and parents, then moves that would go round in a circle, then names that two have.
 * Needs no change of the sides' trees: {@link Replay} is told the outcome.
 */
final class Settling {
  private final TreeDiff mine;
  private final TreeDiff other;
  private final Asked asked;

  Settling(TreeDiff mine, TreeDiff other, Asked asked) {
    this.mine = mine;
    this.other = other;
    this.asked = asked;
  }

  Map<NodeId, Located> settle(List<Found> found) {
    Settled settled = new Settled(mine, other, asked);
    found.stream()
        .filter(one -> one.what() != Found.What.CIRCLE)
        .forEach(one -> settled.keep(one.id()));
    new Circles(mine, other, asked, settled).open();
    new Clashes(mine, other, asked, settled).part();
    return settled.entries();
  }
}
