package org.fxd.graph.core.select;

import java.util.List;
import org.fxd.graph.api.select.Match;

/** A list of selectors made ready to be asked of many nodes. Immutable. */
final class Alternatives implements Check {
  private final List<Chain> any;
  private final boolean inside;

  Alternatives(SelectorList list) {
    this.any = list.any().stream().map(Chain::new).toList();
    this.inside = Reach.inside(list);
  }

  @Override
  public boolean meets(Match match, Matching run) {
    for (Chain chain : any) {
      if (chain.meets(match, run)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a node is found with all that stands left of it below another node. */
  boolean meetsBelow(Match top, boolean rightBelow, Match match, Matching run) {
    for (Chain chain : any) {
      if (chain.meetsBelow(top, rightBelow, match, run)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all ask of one node each, so that it does not matter what they are asked below. */
  boolean isSingle() {
    return any.stream().allMatch(Chain::isSingle);
  }

  /** Whether it may find the inner nodes of a projection. */
  boolean inside() {
    return inside;
  }

  @Override
  public int cost() {
    return any.stream().mapToInt(Chain::cost).max().orElse(0);
  }
}
