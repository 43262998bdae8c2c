package org.fxd.benchmarks.store;

import java.util.Locale;
import org.fxd.benchmarks.Samples;

/**
 * Prints figures as lines of fields that are parted by tabs, for the script to make a table of:
 * what it is, FXD's figure, the other's, the unit, the bar, and of times, how they compare by the
 * least and on processors.
 */
final class Report {
  private Report() {}

  /**
   * How long something takes, beside raw SQLite.
   *
   * @param bar how many times raw SQLite's it may be at most; 0 if nobody has set a bar
   */
  static void times(String what, Samples fxd, Samples raw, double bar) {
    line(
        "ratio",
        what,
        number(fxd.median()),
        number(raw.median()),
        "ms",
        number(bar),
        number(fxd.least() / raw.least()),
        number(fxd.busy() / raw.busy()));
  }

  /**
   * A figure beside another.
   *
   * @param bar how many times the other it may be at most; 0 if nobody has set a bar
   */
  static void ratio(String what, double fxd, double other, String unit, double bar) {
    line("ratio", what, number(fxd), number(other), unit, number(bar), "", "");
  }

  /**
   * A figure that has to stay below something.
   *
   * @param bar at most; 0 if nobody has set a bar
   */
  static void limit(String what, double fxd, String unit, double bar) {
    line("limit", what, number(fxd), "", unit, number(bar), "", "");
  }

  /** A remark, for people. */
  static void note(String format, Object... values) {
    line("note", String.format(Locale.ROOT, format, values));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.6g", number);
  }

  private static void line(String... fields) {
    System.out.println(String.join("\t", fields));
    System.out.flush();
  }
}
