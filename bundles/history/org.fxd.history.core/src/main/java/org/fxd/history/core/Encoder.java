package org.fxd.history.core;

import java.io.ByteArrayOutputStream;

/** Writes the parts that a commit's encoding is made of. */
final class Encoder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  void raw(byte[] bytes) {
    out.writeBytes(bytes);
  }

  /** Seven bits a byte, lowest first; the high bit says that more follow. Taken as unsigned. */
  void number(long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** Small negative numbers stay short: 0, -1, 1, -2 … are written as 0, 1, 2, 3 … */
  void signed(long number) {
    number(number << 1 ^ number >> 63);
  }

  /** Bytes with their length before them. */
  void run(byte[] bytes) {
    number(bytes.length);
    raw(bytes);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
