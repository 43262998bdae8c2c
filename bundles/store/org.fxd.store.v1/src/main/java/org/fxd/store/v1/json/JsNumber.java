package org.fxd.store.v1.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as JavaScript writes and reads them. */
public final class JsNumber {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern OTHER_BASE =
      Pattern.compile("0([xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)");
  private static final String SPACE =
      "[\\s\\x0b\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+";
  private static final Pattern SPACE_AROUND = Pattern.compile("^" + SPACE + "|" + SPACE + "$");

  /** Longer texts are no numbers to anyone, and cost much to read as one. */
  private static final int LONGEST = 1000;

  /** Numbers from this exponent on are written with it. */
  private static final int LARGE = 21;

  private JsNumber() {}

  /** The number as a text: plain from 0.000001 to below 1e21, else with an exponent. */
  public static String text(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    if (shortest.signum() == 0) {
      return "0";
    }
    String digits = shortest.unscaledValue().abs().toString();
    // The value is 0.digits × 10^point.
    long point = (long) digits.length() - shortest.scale();
    String sign = shortest.signum() < 0 ? "-" : "";
    if (point > LARGE || point <= -6) {
      String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      String exponent = (point > 0 ? "+" : "") + (point - 1);
      return sign + digits.charAt(0) + fraction + "e" + exponent;
    }
    if (point <= 0) {
      return sign + "0." + "0".repeat((int) -point) + digits;
    }
    int whole = (int) point;
    return whole >= digits.length()
        ? sign + digits + "0".repeat(whole - digits.length())
        : sign + digits.substring(0, whole) + "." + digits.substring(whole);
  }

  /**
   * What {@code parseFloat} makes of a text that {@code isFinite} takes for a number.
   *
   * @return the number as a text; empty if {@code isFinite} says no, or the text is blank
   */
  public static Optional<String> parsed(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    String bare = SPACE_AROUND.matcher(text).replaceAll("");
    if (OTHER_BASE.matcher(bare).matches()) {
      return Optional.of("0"); // parseFloat reads up to the letter.
    }
    if (!DECIMAL.matcher(bare).matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(bare);
    return Double.isInfinite(number)
        ? Optional.empty()
        : Optional.of(text(new BigDecimal(Double.toString(number))));
  }
}
