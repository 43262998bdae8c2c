package org.fxd.git.jgit.export;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * How an object differs from an earlier one, as packs have it: what both begin and end with is
 * copied, what is between is told. That is most of what there is to gain between two versions, at
 * hardly any cost.
 */
final class Delta {
  private static final int LONGEST_COPY = 0xffffff;
  private static final int LONGEST_INSERT = 127;
  private static final int COPY = 0x80;

  private Delta() {}

  static byte[] between(byte[] base, byte[] next) {
    int most = Math.min(base.length, next.length);
    int mismatch = Arrays.mismatch(base, 0, most, next, 0, most);
    int start = mismatch < 0 ? most : mismatch;
    int end = 0;
    while (end < most - start && base[base.length - 1 - end] == next[next.length - 1 - end]) {
      end++;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(32 + next.length - start - end);
    size(out, base.length);
    size(out, next.length);
    copy(out, 0, start);
    for (int at = start; at < next.length - end; at += LONGEST_INSERT) {
      int length = Math.min(LONGEST_INSERT, next.length - end - at);
      out.write(length);
      out.write(next, at, length);
    }
    copy(out, base.length - end, end);
    return out.toByteArray();
  }

  /** Seven bits a byte, lowest first. */
  private static void size(ByteArrayOutputStream out, int size) {
    int rest = size;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static void copy(ByteArrayOutputStream out, int from, int length) {
    int at = from;
    for (int left = length; left > 0; ) {
      int part = Math.min(left, LONGEST_COPY);
      // All bytes of position and length are written, zeros too.
      out.write(COPY | 0x7f);
      for (int shift = 0; shift < 32; shift += 8) {
        out.write(at >>> shift);
      }
      for (int shift = 0; shift < 24; shift += 8) {
        out.write(part >>> shift);
      }
      at += part;
      left -= part;
    }
  }

  /** What a delta makes of the object that it was made for. */
  static byte[] applied(byte[] base, byte[] delta) {
    int at = skipSize(delta, 0);
    int size = 0;
    for (int shift = 0; ; shift += 7) {
      int octet = delta[at++];
      size |= (octet & 0x7f) << shift;
      if (octet >= 0) {
        break;
      }
    }
    byte[] next = new byte[size];
    int filled = 0;
    while (at < delta.length) {
      int code = delta[at++] & 0xff;
      if (code < COPY) {
        System.arraycopy(delta, at, next, filled, code);
        at += code;
        filled += code;
      } else {
        int from = number(delta, at, 4);
        int length = number(delta, at + 4, 3);
        at += 7;
        System.arraycopy(base, from, next, filled, length);
        filled += length;
      }
    }
    return next;
  }

  private static int skipSize(byte[] delta, int from) {
    int at = from;
    while (delta[at] < 0) {
      at++;
    }
    return at + 1;
  }

  private static int number(byte[] bytes, int at, int length) {
    int number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = number << 8 | bytes[at + i] & 0xff;
    }
    return number;
  }
}
