package org.fxd.store.sqlite;

import java.util.Map;
import java.util.TreeMap;

/** Which pieces of large blobs are to stay: ranges of numbers that do not overlap. */
final class LivePieces {
  private final TreeMap<Long, Long> ranges = new TreeMap<>();

  /** Adds those from a number on, up to another that is not among them. */
  void add(long from, long to) {
    ranges.merge(from, to, Math::max);
  }

  /** Is told of ranges. */
  @FunctionalInterface
  interface Sink<E extends Exception> {
    void accept(long from, long to) throws E;
  }

  /** Tells the gaps between them, from 1 up to a number that is not among them. */
  <E extends Exception> void gaps(long to, Sink<E> sink) throws E {
    long from = 1;
    for (Map.Entry<Long, Long> range : ranges.entrySet()) {
      if (range.getKey() >= to) {
        break;
      }
      if (range.getKey() > from) {
        sink.accept(from, range.getKey());
      }
      from = Math.max(from, range.getValue());
    }
    if (from < to) {
      sink.accept(from, to);
    }
  }
}
