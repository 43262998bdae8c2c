package org.fxd.store.sqlite.sorted;

import java.util.Arrays;
import org.fxd.store.sqlite.DamagedException;

/** A number for each entry of a block, as read from a {@link Column}. None is negative. */
final class Numbers {
  /** No numbers. */
  static final Numbers NONE = new Numbers(0, 0, null);

  private final int count;
  private final long same;

  /** The numbers; null if all are {@link #same}. */
  private final long[] each;

  private Numbers(int count, long same, long[] each) {
    this.count = count;
    this.same = same;
    this.each = each;
  }

  /** So many times one number. */
  static Numbers same(int count, long number) {
    return new Numbers(count, number, null);
  }

  /** Numbers, of which there is at least one; not copied. */
  static Numbers of(long[] each) {
    for (long number : each) {
      if (number != each[0]) {
        return new Numbers(each.length, 0, each);
      }
    }
    return same(each.length, each[0]);
  }

  int count() {
    return count;
  }

  long get(int at) {
    return each == null ? same : each[at];
  }

  /** Whether all numbers are the same. */
  boolean areSame() {
    return each == null;
  }

  /**
   * The sum of all.
   *
   * @throws DamagedException if it is above a bound
   */
  int total(int bound) throws DamagedException {
    long total = each == null ? same * count : Arrays.stream(each).sum();
    if (total > bound) {
      throw new DamagedException("a block of it claims " + total + " bytes, more than " + bound);
    }
    return (int) total;
  }

  /** The same numbers, each less by one, but none below 0. */
  Numbers less() {
    if (each == null) {
      return same(count, Math.max(0, same - 1));
    }
    long[] less = new long[count];
    for (int i = 0; i < count; i++) {
      less[i] = Math.max(0, each[i] - 1);
    }
    return of(less);
  }
}
