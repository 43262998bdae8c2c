package org.fxd.graph.core.cursor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.NodeId;

/** Ways to find nodes from a spot. */
final class Seeking {
  private Seeking() {}

  /**
   * Follows a way, one look-up by key a step.
   *
   * @param instead where some nodes stand now, whatever the way says
   */
  static Optional<Spot> follow(Spot root, Way way, Map<NodeId, Way> instead) {
    Deque<Entry> steps = new ArrayDeque<>();
    Way at = instead.getOrDefault(way.id(), way);
    while (!at.isRoot()) {
      steps.push(at.entry());
      // Hints from different moments may lead in a circle; nothing stands that deep.
      if (at.above().isEmpty() || steps.size() > Limits.DEPTH) {
        return Optional.empty();
      }
      Way above = at.above().get();
      at = instead.getOrDefault(above.id(), above);
    }
    Optional<Spot> spot = Optional.of(root);
    for (Entry step : steps) {
      spot = spot.flatMap(here -> here.at(step));
    }
    return spot;
  }

  /**
   * Looks for a node below another, entry by entry.
   *
   * @param projected whether to look into nodes whose inner nodes are computed, too
   */
  static Optional<Spot> search(Spot from, NodeId id, boolean projected) {
    Function<Spot, Iterator<Entry>> inner =
        spot -> (projected ? spot.node() : spot.stored()).entries().iterator();
    Deque<Spot> way = new ArrayDeque<>();
    Deque<Iterator<Entry>> open = new ArrayDeque<>();
    way.push(from);
    open.push(inner.apply(from));
    while (!way.isEmpty()) {
      if (!open.element().hasNext()) {
        open.pop();
        way.pop();
        continue;
      }
      Spot next = way.element().below(open.element().next());
      if (next.id().equals(id)) {
        return Optional.of(next);
      }
      way.push(next);
      open.push(inner.apply(next));
    }
    return Optional.empty();
  }
}
