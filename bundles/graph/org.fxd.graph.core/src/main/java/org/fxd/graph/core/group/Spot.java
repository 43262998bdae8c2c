package org.fxd.graph.core.group;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.delta.Touched;

/**
 * Where a node stands, without the tree: the ids on the way to it, and what orders each among its
 * siblings. Immutable, and ordered as the tree is.
 *
 * <p>A match would keep all of the root that it is of; a spot stays right for as long as nothing on
 * its way is renamed or moves.
 */
final class Spot implements Comparable<Spot> {
  private final Optional<Spot> parent;
  private final NodeId id;
  private final Name name;
  private final Place place;
  private final boolean byName;
  private final int depth;

  private Spot(Optional<Spot> parent, NodeId id, Name name, Place place, boolean byName) {
    this.parent = parent;
    this.id = id;
    this.name = name;
    this.place = place;
    this.byName = byName;
    this.depth = parent.map(above -> above.depth + 1).orElse(0);
  }

  /** Where a node stands. */
  static Spot of(Match match) {
    return of(match, new IdentityHashMap<>());
  }

  /**
   * Where a node stands.
   *
   * @param known spots that were made already, so that those on the way are shared
   */
  static Spot of(Match match, Map<Match, Spot> known) {
    Spot spot = known.get(match);
    if (spot == null) {
      spot =
          new Spot(
              match.parent().map(above -> of(above, known)),
              match.id(),
              match.name(),
              match.entry().place(),
              match.container().kind().sortedByName());
      known.put(match, spot);
    }
    return spot;
  }

  /** Where the node stands after a change. */
  Spot after(Function<NodeId, Optional<Touched>> change) {
    return change
        .apply(id)
        .map(touched -> of(touched.after()))
        .orElseGet(
            () -> new Spot(parent.map(above -> above.after(change)), id, name, place, byName));
  }

  NodeId id() {
    return id;
  }

  /** The entry that is looked for, with some other node. */
  Entry entry(Node node) {
    return new Entry(id, name, place, node);
  }

  /** From the root's child to this, outermost first. */
  List<Spot> way() {
    Deque<Spot> way = new ArrayDeque<>();
    for (Optional<Spot> at = Optional.of(this); at.isPresent(); at = at.get().parent) {
      way.addFirst(at.get());
    }
    return List.copyOf(way);
  }

  /** Whether this is another spot's node or stands below it. */
  boolean within(Spot other) {
    return depth >= other.depth && up(depth - other.depth).id.equals(other.id);
  }

  private Spot up(int steps) {
    Spot at = this;
    for (int left = steps; left > 0; left--) {
      at = at.parent.orElseThrow();
    }
    return at;
  }

  @Override
  public int compareTo(Spot other) {
    int deeper = depth - other.depth;
    Spot left = up(Math.max(0, deeper));
    Spot right = other.up(Math.max(0, -deeper));
    if (left.id.equals(right.id)) {
      return deeper;
    }
    while (left.depth > 0 && !left.parent.orElseThrow().id.equals(right.parent.orElseThrow().id)) {
      left = left.parent.orElseThrow();
      right = right.parent.orElseThrow();
    }
    int order = left.byName ? left.name.compareTo(right.name) : left.place.compareTo(right.place);
    return order != 0 ? order : left.id.compareTo(right.id);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spot spot && compareTo(spot) == 0;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return parent.map(above -> above + ".").orElse("") + name;
  }
}
