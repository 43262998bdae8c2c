package org.fxd.graph.core.select;

import org.fxd.graph.api.select.Match;

/** A condition made ready to be asked of many nodes. Immutable. */
@FunctionalInterface
interface Check {
  /** Whether a node meets it where it stands. */
  boolean meets(Match match, Matching run);

  /** What asking costs, by order of magnitude, so that cheap questions are asked first. */
  default int cost() {
    return 1;
  }
}
