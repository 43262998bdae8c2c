package org.fxd.graph.core.select;

import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;

/**
 * Looks through projections, where that is needed and not done yet. Remembers the last; not safe
 * for use by more than one thread.
 */
// What is compared is whether it is the same object: equal ones may differ in what was seen.
@SuppressWarnings("ReferenceEquality")
public final class Seen {
  private final Projectors projectors;
  private final Cancellation cancellation;
  private Match stored;
  private Match seen;

  /** Sees what these projectors project. */
  public Seen(Projectors projectors, Cancellation cancellation) {
    this.projectors = projectors;
    this.cancellation = cancellation;
  }

  Projectors projectors() {
    return projectors;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** The match with its inner nodes. */
  public Match of(Match match) {
    if (!isProjected(match)) {
      return match;
    }
    if (match != stored) {
      seen = projectors.expand(match, cancellation);
      stored = match;
    }
    return seen;
  }

  /** Whether a match is of a stored node that is projected. */
  boolean isProjected(Match match) {
    return match.node() == match.entry().node() && projectors.of(match.node()).isPresent();
  }
}
