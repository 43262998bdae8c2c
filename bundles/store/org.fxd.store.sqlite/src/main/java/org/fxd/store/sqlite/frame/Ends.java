package org.fxd.store.sqlite.frame;

import java.util.Arrays;

/** How far two strings of bytes are alike from either end; eight bytes a step and more. */
final class Ends {
  private Ends() {}

  /** The bytes that both begin with, up to {@code most}. */
  static int prefix(byte[] first, byte[] second, int most) {
    int difference = Arrays.mismatch(first, 0, most, second, 0, most);
    return difference < 0 ? most : difference;
  }

  /** The bytes that both end with, up to {@code most}. */
  static int suffix(byte[] first, byte[] second, int most) {
    return before(first, first.length, second, second.length, most);
  }

  /** The bytes that are alike before a place in each, up to {@code most}. */
  static int before(byte[] first, int firstEnd, byte[] second, int secondEnd, int most) {
    int length = 0;
    while (length + Long.BYTES <= most) {
      long difference =
          Seeds.eight(first, firstEnd - length - Long.BYTES)
              ^ Seeds.eight(second, secondEnd - length - Long.BYTES);
      if (difference != 0) {
        return length + Long.numberOfLeadingZeros(difference) / Byte.SIZE;
      }
      length += Long.BYTES;
    }
    while (length < most && first[firstEnd - length - 1] == second[secondEnd - length - 1]) {
      length++;
    }
    return length;
  }
}
