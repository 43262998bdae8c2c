package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.List;

/** As {@link Ints}, eight bytes each. */
final class Longs {
  private static final int BITS = 13;
  private static final int PAGE = 1 << BITS;

  private final List<long[]> pages = new ArrayList<>();
  private int size;

  int size() {
    return size;
  }

  void add(long number) {
    resize(size + 1);
    set(size - 1, number);
  }

  /** A number; 0 behind the last. */
  long get(int at) {
    return at < size ? pages.get(at >>> BITS)[at & PAGE - 1] : 0;
  }

  void set(int at, long number) {
    pages.get(at >>> BITS)[at & PAGE - 1] = number;
  }

  /** Makes it longer, if it is shorter; new numbers are 0. */
  void resize(int wanted) {
    while (pages.size() << BITS < wanted) {
      pages.add(new long[PAGE]);
    }
    size = Math.max(size, wanted);
  }
}
