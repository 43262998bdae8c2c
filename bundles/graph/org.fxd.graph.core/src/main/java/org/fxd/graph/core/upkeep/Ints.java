package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of whole numbers that may have very many, four bytes each. It grows page by page, so that
 * nothing is ever copied.
 */
final class Ints {
  private static final int BITS = 14;
  private static final int PAGE = 1 << BITS;

  private final List<int[]> pages = new ArrayList<>();
  private int size;

  int size() {
    return size;
  }

  void add(int number) {
    if (size == Integer.MAX_VALUE) {
      throw new IllegalStateException("There are more than can be counted here");
    }
    resize(size + 1);
    set(size - 1, number);
  }

  int get(int at) {
    return pages.get(at >>> BITS)[at & PAGE - 1];
  }

  void set(int at, int number) {
    pages.get(at >>> BITS)[at & PAGE - 1] = number;
  }

  /** Makes it longer, if it is shorter; new numbers are 0. */
  void resize(int wanted) {
    while (pages.size() << BITS < wanted && pages.size() << BITS >= 0) {
      pages.add(new int[PAGE]);
    }
    size = Math.max(size, wanted);
  }
}
