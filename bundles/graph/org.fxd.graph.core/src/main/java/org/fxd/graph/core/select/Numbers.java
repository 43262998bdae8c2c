package org.fxd.graph.core.select;

import java.math.BigDecimal;

/**
 * Texts that write numbers: a sign or none, digits, perhaps a point and digits, perhaps an exponent
 * as in {@code 6e23}.
 */
final class Numbers {
  /** Longer ones are texts; reading a number costs more than its length. */
  private static final int LONGEST = 256;

  /** What has more digits in its exponent is beyond what the library can keep. */
  private static final int EXPONENT = 9;

  private Numbers() {}

  /** The number that a text writes; null if it writes none. */
  static BigDecimal parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST || end(text, 0) != text.length()) {
      return null;
    }
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    return mark >= 0 && text.length() - mark > EXPONENT ? null : new BigDecimal(text);
  }

  /** Where the number ends that begins at a place; the place itself if none does. */
  static int end(String text, int from) {
    int digits = sign(text, from);
    int end = digits(text, digits);
    if (end == digits) {
      return from;
    }
    int fraction = digits(text, end + 1);
    if (end < text.length() && text.charAt(end) == '.' && fraction > end + 1) {
      end = fraction;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int power = sign(text, end + 1);
      int last = digits(text, power);
      end = last > power ? last : end;
    }
    return end;
  }

  private static int sign(String text, int at) {
    boolean sign = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
    return sign ? at + 1 : at;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
