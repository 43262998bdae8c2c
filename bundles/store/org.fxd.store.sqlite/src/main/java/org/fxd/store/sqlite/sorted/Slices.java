package org.fxd.store.sqlite.sorted;

import java.util.Arrays;
import org.fxd.store.sqlite.DamagedException;

/** Byte strings one after the other in one array. Immutable. */
final class Slices {
  private static final byte[] EMPTY = new byte[0];

  private final byte[] bytes;

  /** The length of each, if all have the same; otherwise null are not the {@link #ends}. */
  private final int stride;

  private final int[] ends;

  private Slices(byte[] bytes, int stride, int[] ends) {
    this.bytes = bytes;
    this.stride = stride;
    this.ends = ends;
  }

  /** Byte strings of these lengths, of which there is at least one. */
  static Slices of(byte[] bytes, long[] lengths) {
    int first = (int) lengths[0];
    int same = 1;
    while (same < lengths.length && lengths[same] == first) {
      same++;
    }
    if (same == lengths.length) {
      return new Slices(bytes, first, null);
    }
    int[] ends = new int[lengths.length];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += (int) lengths[i];
      ends[i] = end;
    }
    return new Slices(bytes, -1, ends);
  }

  /**
   * The sum of lengths.
   *
   * @throws DamagedException if it is above a bound
   */
  static int total(long[] lengths, long bound) throws DamagedException {
    long total = 0;
    for (long length : lengths) {
      total += length;
    }
    if (total > bound) {
      throw new DamagedException("a block of it claims " + total + " bytes, more than " + bound);
    }
    return (int) total;
  }

  int from(int at) {
    if (ends == null) {
      return at * stride;
    }
    return at == 0 ? 0 : ends[at - 1];
  }

  int to(int at) {
    return ends == null ? (at + 1) * stride : ends[at];
  }

  byte[] get(int at) {
    int from = from(at);
    int to = to(at);
    return from == to ? EMPTY : Arrays.copyOfRange(bytes, from, to);
  }

  /** Copies one to a place; gives its length. */
  int copy(int at, byte[] target, int offset) {
    int from = from(at);
    int length = to(at) - from;
    System.arraycopy(bytes, from, target, offset, length);
    return length;
  }

  /** Compares one, as an unsigned byte string, with what another has from an offset on. */
  int compare(int at, byte[] other, int offset) {
    return Arrays.compareUnsigned(bytes, from(at), to(at), other, offset, other.length);
  }

  /** The bytes of memory that this takes, about. */
  int weight() {
    return bytes.length + 64 + (ends == null ? 0 : 16 + 4 * ends.length);
  }
}
