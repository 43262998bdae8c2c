package org.fxd.graph.core.delta;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;

/** With which of their inner nodes a comparison sees nodes that are stored without them. */
public interface Sight {
  /** Whether a node is stored without its inner nodes. */
  boolean isProjected(Node node);

  /** One of two nodes with one id that differ, as it is to be compared with the other. */
  Match beside(Match match, Match other);

  /**
   * A node that only one of the trees has, as it is to be searched for what the other has.
   *
   * @param later whether it is the later tree
   */
  Match alone(Match match, boolean later);

  /** Sees all inner nodes. */
  static Sight through(Projectors projectors) {
    return new Sight() {
      @Override
      public boolean isProjected(Node node) {
        return projectors.of(node).isPresent();
      }

      @Override
      public Match beside(Match match, Match other) {
        return projectors.expand(match, Cancellation.none());
      }

      @Override
      public Match alone(Match match, boolean later) {
        return projectors.expand(match, Cancellation.none());
      }
    };
  }
}
