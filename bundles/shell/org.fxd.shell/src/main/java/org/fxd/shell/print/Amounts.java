package org.fxd.shell.print;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as a person likes to read them. */
public final class Amounts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private Amounts() {}

  /** Such as {@code 1 file}, {@code 1,200 files}. */
  public static String count(long number, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
  }

  /** Such as {@code 1,200}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Such as {@code 17 bytes}, {@code 1.5 MB}, in powers of 1000. */
  public static String bytes(long number) {
    if (number < 1000) {
      return count(number, "byte");
    }
    double shown = number;
    String unit = "";
    for (String next : new String[] {"kB", "MB", "GB", "TB"}) {
      if (shown < 999.95) {
        break;
      }
      shown /= 1000;
      unit = next;
    }
    return String.format(Locale.ROOT, "%.1f %s", shown, unit);
  }

  /** With the offset it was written with. */
  public static String time(OffsetDateTime time) {
    return TIME.format(time);
  }
}
