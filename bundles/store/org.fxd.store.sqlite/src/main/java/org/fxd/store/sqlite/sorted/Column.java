package org.fxd.store.sqlite.sorted;

import java.util.Arrays;
import org.fxd.store.sqlite.DamagedException;

/**
 * Numbers of the entries of a block, one each, packed into as few bits as the range of them needs:
 * the least, the number of bits, and what each has above the least. Numbers that are all the same
 * cost nothing.
 *
 * <pre>
 * column = least:number width[1] bits[ ⌈count · width / 8⌉ ]      the lowest bit of a byte first
 * </pre>
 */
final class Column {
  /** The most bits of a number, so that eight bytes hold one wherever it begins. */
  private static final int MOST_BITS = 56;

  /** The largest number. */
  static final long LARGEST = (1L << MOST_BITS) - 1;

  private long[] numbers = new long[64];
  private int count;
  private long least;
  private long most;

  void add(long number) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    least = count == 0 ? number : Math.min(least, number);
    most = count == 0 ? number : Math.max(most, number);
    numbers[count++] = number;
  }

  void clear() {
    count = 0;
    least = 0;
    most = 0;
  }

  /** How many bytes the packed numbers would take with one more, at most. */
  int sizeWith(long number) {
    long low = count == 0 ? number : Math.min(least, number);
    long high = count == 0 ? number : Math.max(most, number);
    return 1 + Output.length(low) + (int) (((count + 1L) * bits(high - low) + 7) / 8);
  }

  private static int bits(long number) {
    return 64 - Long.numberOfLeadingZeros(number);
  }

  long get(int at) {
    return numbers[at];
  }

  /** Whether all numbers are the same. */
  boolean areSame() {
    return least == most;
  }

  /** Writes the numbers, each less by one that none is below. */
  void write(long less, Output out) {
    int width = bits(most - least);
    out.number(least - less);
    out.one(width);
    if (width == 0) {
      return;
    }
    long waiting = 0;
    int bits = 0;
    for (int i = 0; i < count; i++) {
      waiting |= numbers[i] - least << bits;
      bits += width;
      for (; bits >= 8; bits -= 8) {
        out.one((int) waiting);
        waiting >>>= 8;
      }
    }
    if (bits > 0) {
      out.one((int) waiting);
    }
  }

  /**
   * Reads a column.
   *
   * @param count how many numbers; whoever asks has made sure that there is room for them
   * @param bound no number may be above
   */
  static Numbers read(Input in, int count, long bound) throws DamagedException {
    long least = in.number(bound);
    int width = (int) in.number(MOST_BITS);
    if (width == 0) {
      return Numbers.same(count, least);
    }
    int from = in.skip(((long) count * width + 7) / 8);
    byte[] bytes = in.bytes();
    long mask = (1L << width) - 1;
    long most = 0;
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      long bit = (long) i * width;
      long number = least + (Input.window(bytes, from + (int) (bit >>> 3)) >>> (bit & 7) & mask);
      most = Math.max(most, number);
      numbers[i] = number;
    }
    if (most > bound) {
      throw new DamagedException("a block of it has " + most + " where " + bound + " is most");
    }
    return Numbers.of(numbers);
  }
}
