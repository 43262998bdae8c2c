package org.fxd.history.core;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments that are told from now: {@code yesterday}, {@code 2 days ago}, {@code 3.weeks.ago}. Days
 * and longer are those of the calendar, shorter times those of the clock.
 */
final class Ago {
  private static final List<String> NUMBERS =
      List.of("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private static final String NUMBER = "([0-9]{1,9}|an|" + String.join("|", NUMBERS) + ")";
  private static final String UNIT = "(second|sec|minute|min|hour|day|week|month|year)";

  /** Git lets people write points for spaces, so that nothing has to be quoted. */
  private static final String GAP = "(?: |\\.)";

  private static final Pattern STEP = Pattern.compile(NUMBER + GAP + "?" + UNIT + "s?" + GAP + "?");
  private static final Pattern STEPS = Pattern.compile("((?:" + STEP + "){1,9})(ago)?");
  private static final Pattern LAST = Pattern.compile("last" + GAP + UNIT);

  private final ZonedDateTime now;

  /** Moments before one, where that one's clock hangs. */
  Ago(ZonedDateTime now) {
    this.now = now.truncatedTo(ChronoUnit.SECONDS); // Commits know no less.
  }

  /** What a text means; empty if it is none of these, or goes further back than time does. */
  Optional<ZonedDateTime> read(String text) {
    String said = text.toLowerCase(Locale.ROOT);
    return switch (said) {
      case "now" -> Optional.of(now);
      case "today", "midnight" -> Optional.of(now.toLocalDate().atStartOfDay(now.getZone()));
      case "yesterday" -> Optional.of(now.minusDays(1));
      default -> counted(said);
    };
  }

  private Optional<ZonedDateTime> counted(String said) {
    try {
      Matcher last = LAST.matcher(said);
      if (last.matches()) {
        return Optional.of(now.minus(1, unit(last.group(1))));
      }
      Matcher steps = STEPS.matcher(said);
      if (!steps.matches()) {
        return Optional.empty();
      }
      ZonedDateTime at = now;
      Matcher step = STEP.matcher(steps.group(1));
      while (step.find()) {
        at = at.minus(number(step.group(1)), unit(step.group(2)));
      }
      return Optional.of(at);
    } catch (DateTimeException | ArithmeticException beforeAllTime) {
      return Optional.empty();
    }
  }

  private static long number(String said) {
    return Character.isDigit(said.charAt(0))
        ? Long.parseLong(said)
        : said.equals("an") ? 1 : Math.max(1, NUMBERS.indexOf(said));
  }

  private static ChronoUnit unit(String said) {
    return switch (said) {
      case "second", "sec" -> ChronoUnit.SECONDS;
      case "minute", "min" -> ChronoUnit.MINUTES;
      case "hour" -> ChronoUnit.HOURS;
      case "day" -> ChronoUnit.DAYS;
      case "week" -> ChronoUnit.WEEKS;
      case "month" -> ChronoUnit.MONTHS;
      default -> ChronoUnit.YEARS;
    };
  }
}
