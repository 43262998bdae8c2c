package org.fxd.shell.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTest {
  @Test
  void linesBreakBetweenWords() {
    assertEquals(List.of("one two", "three"), Wrapped.lines("one two three", 7));
    assertEquals(List.of("one two", "three"), Wrapped.lines("one two three", 9));
    assertEquals(List.of("one two three"), Wrapped.lines("one two three", 13));
    assertEquals(List.of(""), Wrapped.lines("", 5));
    assertEquals(List.of("  one", "two"), Wrapped.lines("  one two", 6));
  }

  @Test
  void aLongWordStaysWhole() {
    assertEquals(List.of("a", "/long/path", "b"), Wrapped.lines("a /long/path b", 4));
    assertEquals(List.of("/long/path"), Wrapped.lines("/long/path", 4));
    assertEquals(List.of("/long/path", "x"), Wrapped.lines("/long/path x", -3));
    assertEquals(List.of("     "), Wrapped.lines("     ", 3));
  }
}
