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
 *          form[1]                                       how the values stand:
 *          form 0: the bytes of each
 *          form 1: numbers:column(count)                 all of one size from 1 to 8, big-endian
 * number = seven bits a byte, the low ones first, the highest bit set in all but the last
 * </pre>
 *
 * {@code shared} says all that is shared, so that one byte tells which of two keys is first.
 */
final class BlockForm {
  /** The most entries of a block. */
  static final int MOST_ENTRIES = 1 << 16;

  /** The most bytes of keys behind the prefix, so that a few bytes do not grow into many. */
  static final int MOST_KEY_BYTES = 1 << 18;

  /** The largest block, in bytes before it is compressed. */
  static final int MOST_BYTES = Edit.MAX_VALUE + (1 << 20);

  /** Values of up to so many bytes can be packed as numbers. */
  static final int MOST_NUMBER_SIZE = Long.BYTES;

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
    Numbers rests = Column.read(in, count, Edit.MAX_KEY - prefixLength);
    Numbers shared = count == 1 ? Numbers.NONE : Column.read(in, count - 1, Edit.MAX_KEY);
    Numbers sizes = Column.read(in, count, Edit.MAX_VALUE + 1L);
    if (prefixLength == 0 && rests.get(0) == 0) {
      throw new DamagedException("a block of it has an empty key");
    }
    Slices keys = keys(in, rests, shared, space);
    long[] removals = removals(sizes, space);
    Slices values = values(in, sizes.less());
    if (in.remaining() > 0) {
      throw new DamagedException("a block of it goes on behind its end");
    }
    return new Block(count, prefix, keys, values, removals);
  }

  private static Slices keys(Input in, Numbers lengths, Numbers shared, Space space)
      throws DamagedException {
    int total = lengths.total(MOST_KEY_BYTES);
    byte[] source = in.bytes();
    int from = in.skip(total - shared.total(total));
    byte[] keys = new byte[total + Long.BYTES];
    long head = 0;
    int before = 0;
    int at = 0;
    for (int i = 0; i < lengths.count(); i++) {
      int length = (int) lengths.get(i);
      int same = i == 0 ? 0 : (int) shared.get(i - 1);
      if (same > at - before || same > length) {
        throw new DamagedException("a block of it shares more of a key than there is");
      }
      // Eight bytes at once, the last of which may be too many: what comes next is put over them.
      int done = Long.BYTES;
      if (same < Long.BYTES) {
        long next = Input.window(source, from) << 8 * same;
        head = head & (1L << 8 * same) - 1 | next;
      } else {
        for (; done < same; done += Long.BYTES) {
          Input.putWindow(keys, at + done, Input.window(keys, before + done));
        }
        done = same;
      }
      Input.putWindow(keys, at, head);
      for (; done < length; done += Long.BYTES) {
        Input.putWindow(keys, at + done, Input.window(source, from + done - same));
      }
      if (i > 0 && !inOrder(keys, before, at, at + length, same, space)) {
        throw new DamagedException("a block of it is not in order");
      }
      from += length - same;
      before = at;
      at += length;
    }
    return Slices.of(keys, lengths);
  }

  /**
   * Compares a key with the one before it, of which it shares some bytes and no more: so the first
   * byte that it does not share decides.
   */
  private static boolean inOrder(byte[] keys, int before, int at, int to, int same, Space space) {
    if (same == at - before) {
      return same < to - at || space.repeats();
    }
    return same < to - at && (keys[at + same] & 0xff) > (keys[before + same] & 0xff);
  }

  /** One bit an entry, set if it is a removal; null if none is. */
  private static long[] removals(Numbers sizes, Space space) throws DamagedException {
    if (sizes.areSame() && sizes.get(0) > 0) {
      return null;
    }
    long[] removals = null;
    for (int i = 0; i < sizes.count(); i++) {
      if (sizes.get(i) == 0) {
        if (space.repeats()) {
          throw new DamagedException("a block of it removes what cannot be removed");
        }
        if (removals == null) {
          removals = new long[(sizes.count() + 63) / 64];
        }
        removals[i >> 6] |= 1L << (i & 63);
      }
    }
    return removals;
  }

  private static Slices values(Input in, Numbers sizes) throws DamagedException {
    if (in.number(1) == 1) {
      int size = (int) sizes.get(0);
      if (!sizes.areSame() || size == 0 || size > MOST_NUMBER_SIZE) {
        throw new DamagedException("a block of it has numbers of which it does not tell the size");
      }
      return Slices.of(numbers(in, sizes.count(), size), sizes);
    }
    int length = sizes.total(in.remaining());
    int from = in.skip(length);
    return Slices.of(Arrays.copyOfRange(in.bytes(), from, from + length), sizes);
  }

  private static byte[] numbers(Input in, int count, int size) throws DamagedException {
    long bound = size < MOST_NUMBER_SIZE ? (1L << 8 * size) - 1 : Column.LARGEST;
    Numbers numbers = Column.read(in, count, bound);
    byte[] values = new byte[count * size + Long.BYTES];
    int unused = 64 - 8 * size;
    for (int i = 0; i < count; i++) {
      Input.putWindow(values, i * size, Long.reverseBytes(numbers.get(i) << unused));
    }
    return values;
  }
}
