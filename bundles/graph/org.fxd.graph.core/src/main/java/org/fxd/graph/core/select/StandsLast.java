package org.fxd.graph.core.select;

import org.fxd.graph.api.select.Match;

/** Asks for the last of all siblings. Immutable. */
final class StandsLast implements Check {
  @Override
  public int cost() {
    return 3;
  }

  @Override
  public boolean meets(Match match, Matching run) {
    return run.memory(this, Siblings::new).isLast(match, run);
  }
}
