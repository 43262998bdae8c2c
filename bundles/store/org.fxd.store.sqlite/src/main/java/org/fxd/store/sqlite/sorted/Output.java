package org.fxd.store.sqlite.sorted;

import java.util.Arrays;

/** Bytes that grow. */
final class Output {
  private byte[] bytes;
  private int length;

  Output(int expected) {
    bytes = new byte[Math.max(16, expected)];
  }

  /** How many bytes a number takes. */
  static int length(long number) {
    return (63 - Long.numberOfLeadingZeros(number | 1)) / 7 + 1;
  }

  void number(long number) {
    room(9);
    long rest = number;
    while (rest > 0x7f) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  void one(int value) {
    room(1);
    bytes[length++] = (byte) value;
  }

  void put(byte[] source, int from, int to) {
    room(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void room(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
