package org.fxd.shell.command.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.error.UsageException;
import org.junit.jupiter.api.Test;

class MomentTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static String read(String text) {
    return Moment.read(text, BERLIN).toString();
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
  void whatIsNoDateIsSaid() {
    for (String text :
        List.of(
            "",
            "now",
            "yesterday",
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
    }
  }
}
