package org.fxd.store.sqlite;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.fxd.store.sqlite.sorted.Edit;

/**
 * Where objects are, as the entries of a run. Of a key that has more places than anybody looks at,
 * only so many are told: a damaged file may hold one object any number of times.
 */
final class PlaceEntries implements Iterator<Edit> {
  private final LongPairs places;
  private int next;
  private int alike;

  /** Entries of places that are in order. */
  PlaceEntries(LongPairs places) {
    this.places = places;
  }

  @Override
  public boolean hasNext() {
    return next < places.size();
  }

  @Override
  public Edit next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Edit entry =
        new Edit(ObjectFinder.keyBytes(places.first(next)), Place.encode(places.second(next)));
    step();
    return entry;
  }

  private void step() {
    do {
      next++;
      alike = next < places.size() && places.first(next) == places.first(next - 1) ? alike + 1 : 0;
    } while (next < places.size() && alike >= ObjectFinder.MOST_PLACES);
  }
}
