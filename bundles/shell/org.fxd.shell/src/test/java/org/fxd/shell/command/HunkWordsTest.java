package org.fxd.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.Sources;
import org.junit.jupiter.api.Test;

class HunkWordsTest {
  private final Sources sources = PlainLines.sources();

  private HunkWords words(String before, String after) {
    byte[] a = before.getBytes(StandardCharsets.UTF_8);
    byte[] b = after.getBytes(StandardCharsets.UTF_8);
    FileChange change =
        new FileChange(FileChange.Kind.CHANGED, Optional.empty(), Optional.empty(), List.of());
    FileDiff file =
        new FileDiff(
            change,
            Lines.of(a),
            Lines.of(b),
            sources.lines(a, b),
            Optional.empty(),
            false,
            List.of());
    return new HunkWords(file, file.hunks().get(0), new WordDiff(sources));
  }

  @Test
  void linesAroundAreWhole() {
    assertEquals(
        List.of(
            new WordRun(' ', "one\n"),
            new WordRun('-', "two"),
            new WordRun('+', "2"),
            new WordRun(' ', "\n"),
            new WordRun(' ', "three\n")),
        words("one\ntwo\nthree\n", "one\n2\nthree\n").runs());
  }

  @Test
  void carriageReturnsOnBothSidesSayNothing() {
    assertEquals(
        List.of(new WordRun('-', "a"), new WordRun('+', "b"), new WordRun(' ', "\n")),
        words("a\r\n", "b\r\n").runs());
    assertEquals(
        List.of(new WordRun(' ', "a"), new WordRun('-', "\r"), new WordRun(' ', "\n")),
        words("a\r\n", "a\n").runs());
  }

  @Test
  void aLastLineThatDoesNotEndIsToldOf() {
    assertEquals("no line break at the end before", words("a", "a\n").cut());
    assertEquals("no line break at the end after", words("a\n", "a").cut());
    assertEquals("no line break at the end", words("a", "b").cut());
    assertEquals("", words("a\n", "b\n").cut());
  }
}
