package org.fxd.history.core;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fxd.graph.api.error.UsageException;

/**
 * Moments as people write them, for all that asks for one. The zone that is written is kept; where
 * none is, it is that of the clock. Safe for use by any number of threads.
 *
 * <pre>
 * 2026-03-04                        the beginning of that day
 * 2026-03-04T05:06[:07]             a space in place of the T will do
 * 2026-03-04T05:06[:07]+02:00       or Z, or +0200
 * Wed, 4 Mar 2026 05:06:07 +0200    as in mails
 * &#64;1772593567 [+0200]           seconds since 1970, as Git has it
 * yesterday, 2 days ago             see {@link Ago}
 * </pre>
 */
final class Moments {
  private static final Pattern SECONDS = Pattern.compile("@(-?[0-9]{1,12})(?: ([+-][0-9]{4}))?");
  private static final Pattern SHORT_ZONE = Pattern.compile("(.*[T ].*[+-][0-9]{2})([0-9]{2})");

  /** No form takes so many characters. */
  private static final int LONGEST = 100;

  private final Clock clock;

  /**
   * Moments for people somewhere.
   *
   * @param clock tells what is now, and in which zone people are
   */
  Moments(Clock clock) {
    this.clock = clock;
  }

  /**
   * Reads one.
   *
   * @throws UsageException if it has none of the forms, or there is no such day
   */
  OffsetDateTime read(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new UsageException(
                    "'" + text + "' is no date",
                    "such as 2026-03-04, '2026-03-04 05:06 +02:00', yesterday or '2 days ago'"));
  }

  /** Reads one; empty if it has none of the forms, or there is no such day. */
  Optional<OffsetDateTime> find(String text) {
    String typed = text.strip();
    if (typed.isEmpty() || typed.length() > LONGEST) {
      return Optional.empty();
    }
    return Stream.<Function<String, OffsetDateTime>>of(
            Moments::seconds,
            day -> LocalDate.parse(day).atStartOfDay(clock.getZone()).toOffsetDateTime(),
            local -> LocalDateTime.parse(iso(local)).atZone(clock.getZone()).toOffsetDateTime(),
            iso -> OffsetDateTime.parse(iso(iso)),
            mail -> OffsetDateTime.parse(mail, DateTimeFormatter.RFC_1123_DATE_TIME))
        .flatMap(form -> read(form, typed).stream())
        .findFirst()
        .or(() -> ago(typed).map(ZonedDateTime::toOffsetDateTime));
  }

  private Optional<ZonedDateTime> ago(String text) {
    return new Ago(clock.instant().atZone(clock.getZone())).read(text);
  }

  private static Optional<OffsetDateTime> read(Function<String, OffsetDateTime> form, String text) {
    try {
      return Optional.of(form.apply(text));
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }

  private static OffsetDateTime seconds(String text) {
    Matcher matcher = SECONDS.matcher(text);
    if (!matcher.matches()) {
      throw new DateTimeException("not seconds");
    }
    ZoneOffset offset = matcher.group(2) == null ? ZoneOffset.UTC : ZoneOffset.of(matcher.group(2));
    return Instant.ofEpochSecond(Long.parseLong(matcher.group(1))).atOffset(offset);
  }

  /** What ISO 8601 has, of what people write in its place. */
  private static String iso(String text) {
    String iso = text.replaceFirst("^(\\S+) +(\\S+)", "$1T$2").replace(" ", "");
    Matcher matcher = SHORT_ZONE.matcher(iso);
    return matcher.matches() ? matcher.group(1) + ":" + matcher.group(2) : iso;
  }
}
