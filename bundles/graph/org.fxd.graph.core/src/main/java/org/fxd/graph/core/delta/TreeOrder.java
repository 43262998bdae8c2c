package org.fxd.graph.core.delta;

import java.util.Comparator;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Match;

/** The order of nodes in one tree: outer before inner, siblings as their parent has them. */
public final class TreeOrder implements Comparator<Match> {
  /** The order. */
  public static final TreeOrder ORDER = new TreeOrder();

  private TreeOrder() {}

  @Override
  public int compare(Match a, Match b) {
    int depth = depth(a) - depth(b);
    Match left = up(a, depth);
    Match right = up(b, -depth);
    if (left.id().equals(right.id())) {
      return depth;
    }
    while (!sameParent(left, right)) {
      left = left.parent().orElseThrow();
      right = right.parent().orElseThrow();
    }
    return siblings(left.container(), left.entry(), right.entry());
  }

  private static int siblings(Node container, Entry a, Entry b) {
    int order = container.kind().sortedByName() ? 0 : a.place().compareTo(b.place());
    order = order != 0 || !container.kind().sortedByName() ? order : a.name().compareTo(b.name());
    return order != 0 ? order : a.id().compareTo(b.id());
  }

  private static boolean sameParent(Match a, Match b) {
    Optional<Match> left = a.parent();
    Optional<Match> right = b.parent();
    return left.isEmpty() || right.isEmpty() || left.get().id().equals(right.get().id());
  }

  private static int depth(Match match) {
    int depth = 0;
    for (Optional<Match> at = match.parent(); at.isPresent(); at = at.get().parent()) {
      depth++;
    }
    return depth;
  }

  private static Match up(Match match, int steps) {
    Match at = match;
    for (int left = steps; left > 0; left--) {
      at = at.parent().orElseThrow();
    }
    return at;
  }
}
