package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.UsageException;
import org.junit.jupiter.api.Test;

class MomentsTest {
  /** Two days after clocks were put forward there. */
  private static final Instant NOW = Instant.parse("2026-03-31T10:20:30.987Z");

  private final Moments moments = new Moments(Clock.fixed(NOW, ZoneId.of("Europe/Berlin")));

  private String read(String text) {
    return moments.read(text).toString();
  }

  @Test
  void allFormsAreReadAndTheZoneIsKept() {
    Map<String, String> forms =
        Map.ofEntries(
            Map.entry("2026-03-04", "2026-03-04T00:00+01:00"),
            Map.entry("2026-07-04", "2026-07-04T00:00+02:00"),
            Map.entry("2026-03-04T05:06", "2026-03-04T05:06+01:00"),
            Map.entry("2026-03-04 05:06:07", "2026-03-04T05:06:07+01:00"),
            Map.entry("2026-03-04T05:06:07Z", "2026-03-04T05:06:07Z"),
            Map.entry("2026-03-04 05:06 Z", "2026-03-04T05:06Z"),
            Map.entry("2026-03-04T05:06:07-08:00", "2026-03-04T05:06:07-08:00"),
            Map.entry("2026-03-04 05:06:07 +0530", "2026-03-04T05:06:07+05:30"),
            Map.entry(" 2026-03-04 05:06 +02:00 ", "2026-03-04T05:06+02:00"),
            Map.entry("Wed, 4 Mar 2026 05:06:07 +0200", "2026-03-04T05:06:07+02:00"),
            Map.entry("@0", "1970-01-01T00:00Z"),
            Map.entry("@1772593567 +0200", "2026-03-04T05:06:07+02:00"));
    forms.forEach((text, expected) -> assertEquals(expected, read(text), text));
  }

  @Test
  void momentsAreToldFromNow() {
    Map<String, String> forms =
        Map.ofEntries(
            Map.entry("now", "2026-03-31T12:20:30+02:00"),
            Map.entry("Today", "2026-03-31T00:00+02:00"),
            Map.entry("midnight", "2026-03-31T00:00+02:00"),
            Map.entry("yesterday", "2026-03-30T12:20:30+02:00"),
            Map.entry("90 seconds ago", "2026-03-31T12:19+02:00"),
            Map.entry("5.minutes.ago", "2026-03-31T12:15:30+02:00"),
            Map.entry("an hour ago", "2026-03-31T11:20:30+02:00"),
            Map.entry("2 days ago", "2026-03-29T12:20:30+02:00"),
            Map.entry("two.days", "2026-03-29T12:20:30+02:00"),
            Map.entry("3 days ago", "2026-03-28T12:20:30+01:00"),
            Map.entry("72 hours ago", "2026-03-28T11:20:30+01:00"),
            Map.entry("3.weeks.ago", "2026-03-10T12:20:30+01:00"),
            Map.entry("2weeks ago", "2026-03-17T12:20:30+01:00"),
            Map.entry("1 month ago", "2026-02-28T12:20:30+01:00"),
            Map.entry("1 year 2 months ago", "2025-01-31T12:20:30+01:00"),
            Map.entry("last week", "2026-03-24T12:20:30+01:00"),
            Map.entry("ten YEARS ago", "2016-03-31T12:20:30+02:00"));
    forms.forEach((text, expected) -> assertEquals(expected, read(text), text));
  }

  @Test
  void whatIsNoDateIsSaid() {
    for (String text :
        List.of(
            "",
            "tomorrow",
            "ago",
            "days ago",
            "2 days ahead",
            "2 days  ago",
            "-2 days ago",
            "eleven days ago",
            "999999999 years 999999999 years ago",
            "last",
            "04.03.2026",
            "2026-02-30",
            "2026-3-4",
            "2026-03-04T25:00",
            "@",
            "@1 +9900",
            "Thu, 4 Mar 2026 05:06:07 +0200",
            "2026-03-04T05:06+99:00",
            "@99999999999999999999")) {
      UsageException no = assertThrows(UsageException.class, () -> read(text), text);
      assertTrue(no.getMessage().contains("'" + text + "'"));
      assertEquals(Optional.empty(), moments.find(text), text);
    }
  }
}
