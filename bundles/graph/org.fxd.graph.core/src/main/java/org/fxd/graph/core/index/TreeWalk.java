package org.fxd.graph.core.index;

import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;

/** Tells all nodes of a tree that selectors see, in order, outer before inner. */
final class TreeWalk {
  private final Projectors projectors;
  private final Cancellation cancellation;
  private final Predicate<Match> visitor;

  /**
   * A walk.
   *
   * @param visitor told of each node; returns whether to go on
   */
  TreeWalk(Projectors projectors, Cancellation cancellation, Predicate<Match> visitor) {
    this.projectors = projectors;
    this.cancellation = cancellation;
    this.visitor = visitor;
  }

  /** Whether selectors see nodes of a kind. */
  static boolean isSeen(Kind kind) {
    return !kind.equals(Kind.HEAD) && !kind.equals(Kind.GAP);
  }

  /**
   * Walks over all that stands below a root.
   *
   * @return false if the visitor stopped
   */
  boolean below(Node root) {
    for (Entry entry : root.entries()) {
      if (isSeen(entry.node().kind()) && !from(expand(Match.below(root, entry)))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Walks over a node and all that stands below it.
   *
   * @param at its node is the projection, if it has one
   * @return false if the visitor stopped
   */
  boolean from(Match at) {
    cancellation.check();
    if (!visitor.test(at)) {
      return false;
    }
    for (Entry entry : at.node().entries()) {
      if (isSeen(entry.node().kind()) && !from(expand(at.child(entry)))) {
        return false;
      }
    }
    return true;
  }

  private Match expand(Match match) {
    return projectors.expand(match, cancellation);
  }
}
