package org.fxd.shell.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void whatATerminalObeysIsShown() {
    assertEquals("\\x1b[31m", VisibleText.of("\u001b[31m"));
    assertEquals("a\\nb\\rc\\x07\\x9b", VisibleText.of("a\nb\rc\u0007\u009b"));
    assertEquals("\\u202e\\u2028\\u2066", VisibleText.of("\u202e\u2028\u2066"));
    assertEquals("\\ud800", VisibleText.of("\ud800"));
  }

  @Test
  void otherTextStays() {
    String text = "é 漢 \ud83d\ude00\tend";
    assertSame(text, VisibleText.of(text));
    assertEquals("a\\tb", VisibleText.ofCell("a\tb"));
  }
}
