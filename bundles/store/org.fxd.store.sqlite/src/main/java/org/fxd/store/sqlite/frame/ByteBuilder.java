package org.fxd.store.sqlite.frame;

import java.util.Arrays;

/** Bytes that grow at their end. For one thread. */
final class ByteBuilder {
  private static final int FIRST_ROOM = 256;

  private byte[] bytes;
  private int size;

  ByteBuilder() {
    this(FIRST_ROOM);
  }

  /** With room for so many bytes. */
  ByteBuilder(int room) {
    bytes = new byte[room];
  }

  int size() {
    return size;
  }

  void octet(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  /**
   * A number from 0 on: seven bits a byte, lowest first, the high bit on all bytes but the last.
   */
  void number(int value) {
    room(5);
    int rest = value;
    while (rest > 0x7f) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A number of either sign, small ones short: 0, −1, 1, −2, … are written as 0, 1, 2, 3, …. */
  void signed(int value) {
    number(value << 1 ^ value >> 31);
  }

  void append(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
  }

  void append(byte[] source) {
    append(source, 0, source.length);
  }

  void append(ByteBuilder other) {
    append(other.bytes, 0, other.size);
  }

  void clear() {
    size = 0;
  }

  /** The bytes; may be the builder's own, so it is not used any more. */
  byte[] toBytes() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  /** The bytes; the builder may be used on. */
  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  /** How many bytes {@link #number} takes. */
  static int lengthOf(int number) {
    return (38 - Integer.numberOfLeadingZeros(number | 1)) / 7;
  }

  private void room(int more) {
    if (more > bytes.length - size) {
      long wanted = Math.max((long) size + more, bytes.length * 2L);
      bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
    }
  }
}
