package org.fxd.graph.core.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Match;

/**
 * The units at and below others, found by going down the tree: the index knows what a unit stands
 * in, not what stands in it.
 */
final class Below {
  /** Going down reads nodes, which is more work than to ask the index. */
  private static final int MOST = 4096;

  private final Places places;

  /** Goes down in the tree that the index is of. */
  Below(Node root) {
    this.places = new Places(root);
  }

  /** Units and all that stand in them, unless there are more than so many. */
  Optional<UnitSet> of(UnitSet above, Locator locator, int most) {
    UnitSet units = new UnitSet(Math.min(MOST, most));
    for (long unit : above.scopes().keySet()) {
      for (Standing standing : locator.standings(unit)) {
        Optional<Match> match = locator.way(standing).flatMap(places::at);
        if (match.isPresent() && !addAll(match.get().entry(), units)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(units);
  }

  private static boolean addAll(Entry top, UnitSet units) {
    Deque<Entry> left = new ArrayDeque<>(List.of(top));
    while (!left.isEmpty()) {
      Entry entry = left.pop();
      if (!units.add(entry.id().high(), Scope.ANY)) {
        return false;
      }
      if (NodeRows.isOpen(entry.node().kind())) {
        for (Entry inner : entry.node().entries()) {
          if (!TreeWalk.isSeen(inner.node().kind())) {
            continue;
          }
          if (left.size() > MOST) {
            return false;
          }
          left.push(inner);
        }
      }
    }
    return true;
  }
}
