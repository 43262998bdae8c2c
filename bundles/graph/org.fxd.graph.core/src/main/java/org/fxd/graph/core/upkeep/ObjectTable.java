package org.fxd.graph.core.upkeep;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fxd.graph.api.Hash;

/**
 * Hashes, each with a number from 0 on in the order in which they came: about 45 bytes for one, all
 * in all, since a project may have millions.
 */
final class ObjectTable {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int BITS = 12;
  private static final int PAGE = 1 << BITS;

  /** Whoever made the hashes up does not know where they will stand here. */
  private final long seed = new SecureRandom().nextLong() | 1;

  private final List<byte[]> pages = new ArrayList<>();
  private final byte[] scratch = new byte[Hash.LENGTH];

  /** Numbers, each one more than it is; 0 where there is none. At most two thirds are taken. */
  private int[] slots = new int[1 << 10];

  private int size;

  /** How many there are. */
  int size() {
    return size;
  }

  /** The number of a hash, which gets one if it has none. */
  int add(Hash hash) {
    hash.copyTo(scratch, 0);
    int slot = slot(scratch, 0);
    if (slots[slot] == 0) {
      if (size == Integer.MAX_VALUE / 2) {
        throw new IllegalStateException("There are more objects than can be counted here");
      }
      if (size % PAGE == 0) {
        pages.add(new byte[PAGE * Hash.LENGTH]);
      }
      System.arraycopy(scratch, 0, page(size), offset(size), Hash.LENGTH);
      slots[slot] = ++size;
      if (3L * size > 2L * slots.length) {
        grow();
      }
      return size - 1;
    }
    return slots[slot] - 1;
  }

  /** The number of a hash; -1 if it has none. */
  int find(Hash hash) {
    hash.copyTo(scratch, 0);
    return slots[slot(scratch, 0)] - 1;
  }

  /** The hash of a number. */
  Hash get(int number) {
    return Hash.of(page(number), offset(number), Hash.LENGTH);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int number = 0; number < size; number++) {
      slots[slot(page(number), offset(number))] = number + 1;
    }
  }

  /** Where the hash in an array stands, or would. */
  private int slot(byte[] hash, int offset) {
    long mixed = seed;
    for (int i = 0; i < Hash.LENGTH; i += Long.BYTES) {
      mixed = (mixed ^ (long) LONG.get(hash, offset + i)) * seed;
      mixed ^= mixed >>> 32;
    }
    int slot = (int) mixed & slots.length - 1;
    while (slots[slot] != 0 && !same(slots[slot] - 1, hash, offset)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean same(int number, byte[] hash, int offset) {
    int from = offset(number);
    return Arrays.equals(
        page(number), from, from + Hash.LENGTH, hash, offset, offset + Hash.LENGTH);
  }

  private byte[] page(int number) {
    return pages.get(number >>> BITS);
  }

  private static int offset(int number) {
    return (number & PAGE - 1) * Hash.LENGTH;
  }
}
