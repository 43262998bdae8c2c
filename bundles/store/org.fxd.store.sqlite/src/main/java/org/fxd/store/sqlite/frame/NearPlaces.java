package org.fxd.store.sqlite.frame;

import java.util.Arrays;

/**
 * Finds sixteen bytes again in the part of the base where they are expected: what was edited goes
 * on near where it was left. A match there may be short, because it is told in few bytes.
 *
 * <p>For one thread.
 */
final class NearPlaces {
  /** The bytes by which a place is found. */
  static final int SEED = 16;

  private static final int BEHIND = 16;
  private static final int AHEAD = 64;
  private static final int BITS = 11;
  private static final int NONE = -1;

  private final int[] places = new int[1 << BITS];
  private byte[] base;

  /** The window, and how far its places are remembered. */
  private int from;

  private int to;

  /** Begins with a base. */
  void begin(byte[] bytes) {
    base = bytes;
    from = 0;
    to = 0;
    Arrays.fill(places, NONE);
  }

  /** Moves the window to the place that is expected next. */
  void expect(int place) {
    int start = Math.max(0, place - BEHIND);
    int end = Math.min(base.length - SEED + 1, place + AHEAD);
    for (int next = start >= from && start <= to ? to : start; next < end; next++) {
      int slot = slot(base, next);
      // The nearest stays, unless the window has left it behind.
      if (places[slot] < start || places[slot] >= end) {
        places[slot] = next;
      }
    }
    from = start;
    to = Math.max(start, end);
  }

  /** A place in the window that may have the sixteen bytes, or −1. */
  int find(byte[] target, int at) {
    int place = places[slot(target, at)];
    return place >= from && place < to ? place : NONE;
  }

  private static int slot(byte[] bytes, int at) {
    return (int) (Seeds.sixteen(bytes, at) >>> Long.SIZE - BITS);
  }
}
