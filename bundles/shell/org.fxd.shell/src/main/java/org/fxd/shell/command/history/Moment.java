package org.fxd.shell.command.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fxd.graph.api.error.UsageException;

/**
 * A moment as people write it. The zone that is written is kept; where none is, it is the one of
 * whoever reads.
 *
 * <pre>
 * 2026-03-04                        the beginning of that day
 * 2026-03-04T05:06[:07]             a space in place of the T will do
 * 2026-03-04T05:06[:07]+02:00       or Z, or +0200
 * Wed, 4 Mar 2026 05:06:07 +0200    as in mails
 * &#64;1772593567 [+0200]           seconds since 1970, as Git has it
 * </pre>
 */
public final class Moment {
  private static final Pattern SECONDS = Pattern.compile("@(-?[0-9]{1,12})(?: ([+-][0-9]{4}))?");
  private static final Pattern SHORT_ZONE = Pattern.compile("(.*[T ].*[+-][0-9]{2})([0-9]{2})");

  private Moment() {}

  /**
   * Reads one.
   *
   * @param zone where the reader is
   * @throws UsageException if it has none of the forms, or there is no such day
   */
  public static OffsetDateTime read(String text, ZoneId zone) {
    String typed = text.strip();
    return Stream.<Function<String, OffsetDateTime>>of(
            Moment::seconds,
            day -> LocalDate.parse(day).atStartOfDay(zone).toOffsetDateTime(),
            local -> LocalDateTime.parse(iso(local)).atZone(zone).toOffsetDateTime(),
            iso -> OffsetDateTime.parse(iso(iso)),
            mail -> OffsetDateTime.parse(mail, DateTimeFormatter.RFC_1123_DATE_TIME))
        .flatMap(form -> read(form, typed).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "'" + text + "' is no date",
                    "such as 2026-03-04 or '2026-03-04 05:06 +02:00'"));
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
