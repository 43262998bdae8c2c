package org.fxd.graph.core.select;

import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.select.Complex.Combinator;

/**
 * A complex selector made ready, to be read from right to left: runs of compounds that are joined
 * by child combinators, with descendant combinators between the runs. A run that fits lower leaves
 * more room above for the next, so the lowest fit of each is the only one to try. Immutable.
 */
final class Chain implements Check {
  /** From right to left, as are the compounds of each. */
  private final List<List<AllOf>> runs = new ArrayList<>();

  Chain(Complex complex) {
    List<Compound> compounds = complex.compounds();
    List<AllOf> current = new ArrayList<>();
    for (int i = compounds.size() - 1; i >= 0; i--) {
      current.add(new AllOf(compounds.get(i)));
      if (i == 0 || complex.combinators().get(i - 1) == Combinator.DESCENDANT) {
        runs.add(List.copyOf(current));
        current.clear();
      }
    }
  }

  boolean isSingle() {
    return runs.size() == 1 && runs.get(0).size() == 1;
  }

  @Override
  public int cost() {
    return runs.stream().flatMap(List::stream).mapToInt(AllOf::cost).max().orElse(0);
  }

  @Override
  public boolean meets(Match match, Matching run) {
    return meets(null, false, match, run);
  }

  /**
   * Whether it finds a node, all of it below another.
   *
   * @param rightBelow whether the leftmost node has to stand right below
   */
  boolean meetsBelow(Match top, boolean rightBelow, Match match, Matching run) {
    return meets(top, rightBelow, match, run);
  }

  private boolean meets(Match top, boolean rightBelow, Match match, Matching run) {
    int last = runs.size() - 1;
    Match left = fit(runs.get(0), top, rightBelow && last == 0, match, run);
    for (int i = 1; i <= last && left != null; i++) {
      Match at = above(left, top);
      left = null;
      while (at != null && left == null) {
        run.cancellation().check();
        left = fit(runs.get(i), top, rightBelow && i == last, at, run);
        at = above(at, top);
      }
    }
    return left != null;
  }

  /** The leftmost node of a run whose rightmost is given; null if the run does not fit there. */
  private static Match fit(
      List<AllOf> compounds, Match top, boolean rightBelow, Match match, Matching run) {
    Match at = match;
    for (int i = 0; i < compounds.size(); i++) {
      at = i == 0 ? at : above(at, top);
      if (at == null || !compounds.get(i).meets(at, run)) {
        return null;
      }
    }
    return rightBelow && above(at, top) != null ? null : at;
  }

  @SuppressWarnings("ReferenceEquality") // Equal would be right too, and cost far more.
  private static Match above(Match match, Match top) {
    Match parent = match.parent().orElse(null);
    return parent == top ? null : parent;
  }
}
