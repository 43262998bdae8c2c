package org.fxd.store.sqlite;

import java.util.BitSet;
import org.fxd.graph.api.error.StoreException;

/**
 * Where the runs say that objects are, to be compared with where objects are: each entry is met by
 * a sound object, by a damaged one, or by nothing. For one thread.
 */
final class PlaceAudit {
  /** What an entry takes while the arrays grow, about. */
  private static final int ENTRY_BYTES = 64;

  /** More are not looked at: a file of a few bytes may claim any number of them. */
  private static final long MOST_ENTRIES = Runtime.getRuntime().maxMemory() / ENTRY_BYTES;

  /** Places and keys, in the order of the places once they are {@link #sorted}. */
  private final LongPairs entries = new LongPairs();

  private final BitSet met = new BitSet();
  private final BitSet damaged = new BitSet();
  private final BitSet wrong = new BitSet();

  /** Adds what a run says. */
  void add(long key, long place) {
    if (entries.size() >= MOST_ENTRIES) {
      throw new StoreException(
          "Cannot check so many objects (" + entries.size() + " and more) with this memory",
          "Give the program more memory (java -Xmx).");
    }
    entries.add(place, key);
  }

  /** All was added. */
  void sorted() {
    entries.sort(Long.SIZE - 1);
  }

  /**
   * A sound object is at a place.
   *
   * @return whether a run leads there by its key
   */
  boolean meet(long key, long place) {
    boolean isLed = false;
    for (int i = at(place); i < entries.size() && entries.first(i) == place; i++) {
      if (entries.second(i) == key) {
        met.set(i);
        isLed = true;
      } else {
        wrong.set(i);
      }
    }
    return isLed;
  }

  /**
   * What is at a place is damaged.
   *
   * @return whether a run leads there
   */
  boolean damage(long place) {
    int from = at(place);
    int to = at(place + 1);
    damaged.set(from, to);
    return to > from;
  }

  /**
   * Nothing of a frame can be read.
   *
   * @return to how many objects in it the runs lead
   */
  int damageFrame(long frame) {
    if (frame < 0 || frame > Place.MAX_FRAME) {
      return 0; // No run can lead there.
    }
    int from = at(firstPlace(frame));
    int to = frame == Place.MAX_FRAME ? entries.size() : at(firstPlace(frame + 1));
    damaged.set(from, to);
    return to - from;
  }

  /** Is told of entries. */
  @FunctionalInterface
  interface Sink {
    void accept(long key, long place);
  }

  /** Tells the entries that lead to something damaged. */
  void damaged(Sink sink) {
    tell(damaged, sink);
  }

  /** Tells the entries that lead to another object than they say. */
  void wrong(Sink sink) {
    tell(wrong, sink);
  }

  /** Tells the entries that lead to nothing. */
  void missing(Sink sink) {
    BitSet missing = new BitSet();
    missing.set(0, entries.size());
    missing.andNot(met);
    missing.andNot(damaged);
    missing.andNot(wrong);
    tell(missing, sink);
  }

  private void tell(BitSet which, Sink sink) {
    which.stream().forEach(i -> sink.accept(entries.second(i), entries.first(i)));
  }

  private static long firstPlace(long frame) {
    return new Place(Table.NODES, frame, 0, false).packed();
  }

  /** The first entry whose place is not below one. */
  private int at(long place) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.first(middle) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
