package org.fxd.store.sqlite.sorted;

import java.util.Arrays;

/** Byte strings one after the other in one array, which may be longer. Immutable. */
final class Slices {
  private static final byte[] EMPTY = new byte[0];

  private final byte[] bytes;

  /** The length of each, if all have the same; -1 if not. */
  private final int stride;

  /** Where each ends if their lengths differ and none ends behind this; otherwise null. */
  private final char[] ends;

  /** The same, if one does. */
  private final int[] farEnds;

  private Slices(byte[] bytes, int stride, char[] ends, int[] farEnds) {
    this.bytes = bytes;
    this.stride = stride;
    this.ends = ends;
    this.farEnds = farEnds;
  }

  /** Byte strings of these lengths, of which there is at least one. */
  static Slices of(byte[] bytes, Numbers lengths) {
    if (lengths.areSame()) {
      return new Slices(bytes, (int) lengths.get(0), null, null);
    }
    int count = lengths.count();
    char[] ends = bytes.length <= Character.MAX_VALUE ? new char[count] : null;
    int[] farEnds = ends == null ? new int[count] : null;
    int end = 0;
    for (int i = 0; i < count; i++) {
      end += (int) lengths.get(i);
      if (ends != null) {
        ends[i] = (char) end;
      } else {
        farEnds[i] = end;
      }
    }
    return new Slices(bytes, -1, ends, farEnds);
  }

  int from(int at) {
    if (stride >= 0) {
      return at * stride;
    }
    return at == 0 ? 0 : to(at - 1);
  }

  int to(int at) {
    if (stride >= 0) {
      return (at + 1) * stride;
    }
    return ends != null ? ends[at] : farEnds[at];
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
    return bytes.length
        + 80
        + (ends == null ? 0 : 2 * ends.length)
        + (farEnds == null ? 0 : 4 * farEnds.length);
  }
}
