package org.fxd.store.sqlite.sorted;

import java.util.Arrays;
import org.fxd.store.sqlite.DamagedException;

/**
 * How a block stands in the file, before it is compressed:
 *
 * <pre>
 * block  = count:number length:number prefix[length]     what all keys begin with
 *          rests:column(count)                           the length of each key behind the prefix
 *          shared:column(count - 1)                      of that, how much as in the key before
 *          sizes:column(count)                           0 if removed, else 1 + the value's size
 *          what is not shared of each key
 *          values
 * values = numbers:column(count)     if all are of one size from 1 to 7: big-endian
 *        | the bytes of each         otherwise
 * number = seven bits a byte, the low ones first, the highest bit set in all but the last
 * </pre>
 *
 * {@code shared} says all that is shared, so a block can be written in one way only.
 */
final class BlockForm {
  /** The most entries of a block. */
  static final int MOST_ENTRIES = 1 << 16;

  /** The most bytes of keys behind the prefix, so that a few bytes do not grow into many. */
  static final int MOST_KEY_BYTES = 1 << 18;

  /** The largest block, in bytes before it is compressed. */
  static final int MOST_BYTES = Edit.MAX_VALUE + (1 << 20);

  /** Values of up to so many bytes are packed as numbers. */
  static final int NUMBER_SIZE = Column.MOST_BITS / 8;

  private BlockForm() {}

  /** Reads a block. */
  static Block read(byte[] bytes, Space space) throws DamagedException {
    Input in = new Input(bytes);
    int count = (int) in.number(MOST_ENTRIES);
    if (count == 0) {
      throw new DamagedException("a block of it is empty");
    }
    int prefixLength = (int) in.number(Edit.MAX_KEY);
    int prefixAt = in.skip(prefixLength);
    byte[] prefix = Arrays.copyOfRange(bytes, prefixAt, prefixAt + prefixLength);
    long[] rests = Column.read(in, count, Edit.MAX_KEY - prefixLength);
    long[] shared = count == 1 ? new long[0] : Column.read(in, count - 1, Edit.MAX_KEY);
    long[] sizes = Column.read(in, count, Edit.MAX_VALUE + 1L);
    if (prefixLength == 0 && rests[0] == 0) {
      throw new DamagedException("a block of it has an empty key");
    }
    Slices keys = keys(in, rests, shared, space);
    long[] removals = removals(sizes, space);
    Slices values = values(in, sizes);
    if (in.remaining() > 0) {
      throw new DamagedException("a block of it goes on behind its end");
    }
    return new Block(count, prefix, keys, values, removals);
  }

  private static Slices keys(Input in, long[] lengths, long[] shared, Space space)
      throws DamagedException {
    byte[] keys = new byte[Slices.total(lengths, MOST_KEY_BYTES)];
    byte[] source = in.bytes();
    int before = 0;
    int at = 0;
    for (int i = 0; i < lengths.length; i++) {
      int length = (int) lengths[i];
      int same = i == 0 ? 0 : (int) shared[i - 1];
      if (same > at - before || same > length) {
        throw new DamagedException("a block of it shares more of a key than there is");
      }
      int from = in.skip(length - same);
      if (i > 0 && !inOrder(keys, before + same, at, source, from, length - same, space)) {
        throw new DamagedException("a block of it is not in order");
      }
      System.arraycopy(keys, before, keys, at, same);
      System.arraycopy(source, from, keys, at + same, length - same);
      before = at;
      at += length;
    }
    return Slices.of(keys, lengths);
  }

  /** Compares what a key shares with the one before no longer, which the first byte decides. */
  private static boolean inOrder(
      byte[] keys, int from, int to, byte[] next, int nextFrom, int nextLength, Space space) {
    if (from == to) {
      return nextLength > 0 || space.repeats();
    }
    return nextLength > 0 && (next[nextFrom] & 0xff) > (keys[from] & 0xff);
  }

  /** Finds the removals, and makes what says more than the size of a value into the size. */
  private static long[] removals(long[] sizes, Space space) throws DamagedException {
    long[] removals = null;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 0) {
        sizes[i]--;
        continue;
      }
      if (space.repeats()) {
        throw new DamagedException("a block of it removes what cannot be removed");
      }
      if (removals == null) {
        removals = new long[(sizes.length + 63) / 64];
      }
      removals[i >> 6] |= 1L << (i & 63);
    }
    return removals;
  }

  private static Slices values(Input in, long[] sizes) throws DamagedException {
    int size = (int) sizes[0];
    if (areNumbers(sizes)) {
      long[] numbers = Column.read(in, sizes.length, (1L << 8 * size) - 1);
      byte[] values = new byte[sizes.length * size];
      int at = values.length;
      for (int i = numbers.length - 1; i >= 0; i--) {
        for (long rest = numbers[i], left = size; left > 0; left--, rest >>>= 8) {
          values[--at] = (byte) rest;
        }
      }
      return Slices.of(values, sizes);
    }
    int length = Slices.total(sizes, in.remaining());
    int from = in.skip(length);
    return Slices.of(Arrays.copyOfRange(in.bytes(), from, from + length), sizes);
  }

  private static boolean areNumbers(long[] sizes) {
    if (sizes[0] == 0 || sizes[0] > NUMBER_SIZE) {
      return false;
    }
    for (long size : sizes) {
      if (size != sizes[0]) {
        return false;
      }
    }
    return true;
  }
}
