package org.fxd.shell.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void saysHowFarItIs() {
    try (ProgressLine progress = new ProgressLine(err, true, 80)) {
      progress.phase("reading \u001bfiles", 4000);
      progress.advance(1000);
      assertTrue(progress.text().startsWith("reading \\x1bfiles  1,000 of 4,000 (25 %)"));
      progress.phase("counting", -1);
      assertTrue(progress.text().startsWith("counting  0 s"), progress::text);
      progress.advance(5);
      assertTrue(progress.text().startsWith("counting  5  "), progress::text);
    }
  }

  @Test
  void theLineNeverWraps() {
    try (ProgressLine progress = new ProgressLine(err, true, 20)) {
      assertEquals("\u001b[?7l\r\u001b[Kshort\u001b[?7h", progress.drawing("short"));
      assertEquals(
          "\u001b[?7l\r\u001b[K" + "x".repeat(19) + "\u001b[?7h", progress.drawing("x".repeat(30)));
    }
  }

  @Test
  void quickWorkShowsNothing() {
    try (ProgressLine progress = new ProgressLine(err, true, 80)) {
      progress.phase("x", 1);
      progress.advance(1);
    }
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }
}
