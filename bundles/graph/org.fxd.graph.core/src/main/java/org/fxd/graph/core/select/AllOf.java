package org.fxd.graph.core.select;

import java.util.Comparator;
import org.fxd.graph.api.select.Match;

/** A compound made ready: its conditions, the cheap ones first. Immutable. */
final class AllOf implements Check {
  private final Check[] all;

  AllOf(Compound compound) {
    this.all =
        compound.all().stream()
            .map(Checks::of)
            .sorted(Comparator.comparingInt(Check::cost))
            .toArray(Check[]::new);
  }

  @Override
  public int cost() {
    return all[all.length - 1].cost();
  }

  @Override
  public boolean meets(Match match, Matching run) {
    for (Check check : all) {
      if (!check.meets(match, run)) {
        return false;
      }
    }
    return true;
  }
}
