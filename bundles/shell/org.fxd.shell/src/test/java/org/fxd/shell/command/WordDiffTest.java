package org.fxd.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  private final WordDiff diff = new WordDiff(PlainLines.sources());

  private String marked(String before, String after) {
    return diff.between(before, after).stream()
        .map(run -> run.marked(run.text()))
        .collect(Collectors.joining());
  }

  private static String without(char sign, List<WordRun> runs) {
    return runs.stream()
        .filter(run -> run.sign() != sign)
        .map(WordRun::text)
        .collect(Collectors.joining());
  }

  @Test
  void aTextIsCutIntoWordsBlanksAndSigns() {
    assertEquals(
        List.of("a_1", "  ", "+", "=", "é2", "\n", "\n", "\t"), Words.of("a_1  +=é2\n\n\t"));
    assertEquals(List.of("😀", "😀", "𝒳y"), Words.of("😀😀𝒳y"));
    assertEquals(List.of(), Words.of(""));
  }

  @Test
  void onlyTheWordsThatDifferAreMarked() {
    assertEquals(
        "return \"[-Hello-]{+Hi+}\";\n", marked("return \"Hello\";\n", "return \"Hi\";\n"));
    assertEquals("f(a{+, b+})", marked("f(a)", "f(a, b)"));
    assertEquals("[-gone-]", marked("gone", ""));
    assertEquals("", marked("", ""));
  }

  @Test
  void aLineBreakIsAWord() {
    assertEquals("a[-\n-]{+ +}b\n", marked("a\nb\n", "a b\n"));
    assertEquals("a{+\n+}", marked("a", "a\n"));
  }

  /** Without what came the runs are the text before, and without what went the text after. */
  @Test
  void bothTextsAreInTheRuns() {
    Property.seeded(1)
        .check(
            choices -> {
              String before = text(choices);
              String after = text(choices);
              List<WordRun> runs = diff.between(before, after);
              assertEquals(before, without('+', runs));
              assertEquals(after, without('-', runs));
            });
  }

  private static String text(Choices choices) {
    StringBuilder text = new StringBuilder();
    for (int i = choices.below(12); i > 0; i--) {
      text.append(choices.pick(List.of("a", "bc", " ", "\n", "\r\n", ";", "😀", "\t")));
    }
    return text.toString();
  }
}
