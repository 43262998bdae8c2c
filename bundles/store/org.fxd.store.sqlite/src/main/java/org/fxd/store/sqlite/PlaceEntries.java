package org.fxd.store.sqlite;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.fxd.store.sqlite.sorted.Edit;

/** Where objects are, as the entries of a run. */
final class PlaceEntries implements Iterator<Edit> {
  private final LongPairs places;
  private int next;

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
    next++;
    return entry;
  }
}
