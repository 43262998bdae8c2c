package org.fxd.graph.core.delta;

import java.util.BitSet;

/** The longest increasing subsequence: what may stay where it is when an order changes. */
public final class LongestRun {
  private LongestRun() {}

  /**
   * Which numbers of a sequence belong to one of its longest strictly increasing subsequences.
   * Costs O(n log n).
   *
   * @return the indexes of those numbers
   */
  public static BitSet of(int[] numbers) {
    int[] ends = new int[numbers.length];
    int[] previous = new int[numbers.length];
    int length = 0;
    for (int i = 0; i < numbers.length; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (numbers[ends[middle]] < numbers[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    BitSet run = new BitSet(numbers.length);
    for (int at = length == 0 ? -1 : ends[length - 1]; at >= 0; at = previous[at]) {
      run.set(at);
    }
    return run;
  }
}
