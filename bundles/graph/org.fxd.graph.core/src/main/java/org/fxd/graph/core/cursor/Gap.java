package org.fxd.graph.core.cursor;

import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.core.node.TreeBuilder;

/** The gap right before or right behind an entry, among entries that are ordered by place. */
final class Gap {
  /** Where places become longer than this, they are spread anew. */
  private static final int LONGEST_PLACE = 64;

  private final TreeBuilder parent;
  private final Entry mark;
  private final boolean before;

  Gap(TreeBuilder parent, Entry mark, boolean before) {
    this.parent = parent;
    this.mark = mark;
    this.before = before;
  }

  /**
   * A place in the gap for an entry.
   *
   * @return empty if it stands there already
   */
  Optional<Place> place(NodeId id) {
    Optional<Entry> next = neighbour(mark);
    if (next.isPresent() && next.get().id().equals(id)) {
      return Optional.empty();
    }
    Optional<Place> place = between(mark.place(), next.map(Entry::place).orElse(Place.NONE));
    if (place.isPresent()) {
      return place;
    }
    // Two places may be equal, after a merge, or too long: then there is no room without spreading.
    Entry here = mark.withPlace(parent.spread(mark));
    Place other = neighbour(here).map(Entry::place).orElse(Place.NONE);
    return Optional.of(between(here.place(), other).orElseThrow());
  }

  private Optional<Entry> neighbour(Entry entry) {
    return before ? parent.before(entry) : parent.after(entry);
  }

  private Optional<Place> between(Place one, Place other) {
    Place low = before ? other : one;
    Place high = before ? one : other;
    if (!high.equals(Place.NONE) && low.compareTo(high) >= 0) {
      return Optional.empty();
    }
    return Optional.of(Place.between(low, high))
        .filter(place -> place.bytes().length <= LONGEST_PLACE);
  }
}
