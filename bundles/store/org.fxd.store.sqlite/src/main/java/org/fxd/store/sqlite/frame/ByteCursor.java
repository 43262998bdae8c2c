package org.fxd.store.sqlite.frame;

import org.fxd.store.sqlite.DamagedException;

/** Reads from a part of some bytes, and believes nothing. For one thread. */
final class ByteCursor {
  private final byte[] bytes;
  private final int end;
  private int at;

  /** The part must lie within the bytes. */
  ByteCursor(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  boolean atEnd() {
    return at == end;
  }

  int position() {
    return at;
  }

  int left() {
    return end - at;
  }

  int octet() throws DamagedException {
    if (at == end) {
      throw new DamagedException("its frame ends within a number");
    }
    return bytes[at++] & 0xff;
  }

  /** A number of {@link ByteBuilder#number}, from 0 to 2³¹−1. */
  int number() throws DamagedException {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    int next = octet();
    int value = next & 0x7f;
    for (int shift = 7; next > 0x7f; shift += 7) {
      next = octet();
      if (shift == 28 && next > 0x07) {
        throw new DamagedException("its frame holds a number of more than 31 bits");
      }
      value |= (next & 0x7f) << shift;
    }
    return value;
  }

  /** A number of {@link ByteBuilder#signed}, from −2³⁰ to 2³⁰−1. */
  int signed() throws DamagedException {
    int value = number();
    return value >>> 1 ^ -(value & 1);
  }
}
