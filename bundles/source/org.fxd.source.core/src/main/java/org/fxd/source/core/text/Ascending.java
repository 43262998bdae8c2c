package org.fxd.source.core.text;

import java.util.List;
import java.util.Optional;

/** What stayed in order when a row was rearranged. */
public final class Ascending {
  private Ascending() {}

  /**
   * Marks the longest run, not necessarily of neighbours, that ascends strictly. Costs O(n log n).
   *
   * @param values what stands at each position; empty positions are never marked
   */
  public static <T extends Comparable<T>> boolean[] longest(List<Optional<T>> values) {
    int[] tails = new int[values.size()];
    int[] previous = new int[values.size()];
    int length = 0;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isEmpty()) {
        continue;
      }
      T value = values.get(i).get();
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (values.get(tails[middle]).orElseThrow().compareTo(value) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    boolean[] marked = new boolean[values.size()];
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
      marked[i] = true;
    }
    return marked;
  }
}
