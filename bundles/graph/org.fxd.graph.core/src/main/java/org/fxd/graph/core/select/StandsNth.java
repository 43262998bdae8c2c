package org.fxd.graph.core.select;

import java.util.Optional;
import org.fxd.graph.api.select.Match;

/** Asks for a place among siblings. Immutable. */
final class StandsNth implements Check {
  private final int step;
  private final int offset;
  private final Optional<Alternatives> of;

  StandsNth(int step, int offset, Optional<Alternatives> of) {
    this.step = step;
    this.offset = offset;
    this.of = of;
  }

  @Override
  public int cost() {
    return Math.max(3, of.map(Alternatives::cost).orElse(0));
  }

  @Override
  public boolean meets(Match match, Matching run) {
    if (of.isPresent() && !of.get().meets(match, run)) {
      return false;
    }
    long position = run.memory(this, Siblings::new).position(match, of, run);
    long beyond = position - offset;
    return step == 0 ? beyond == 0 : beyond % step == 0 && beyond / step >= 0;
  }
}
