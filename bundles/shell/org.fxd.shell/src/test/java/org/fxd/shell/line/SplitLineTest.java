package org.fxd.shell.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.fxd.graph.api.error.Quoting;
import org.fxd.shell.line.SplitLine.Open;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitLineTest {
  private static List<String> split(String line) {
    SplitLine split = SplitLine.of(line);
    assertEquals(Open.NOTHING, split.open());
    return split.texts();
  }

  @Test
  void blanksSeparateWords() {
    assertEquals(List.of("a", "b", "c"), split("  a\tb \n c\r "));
    assertEquals(List.of(), split(" \t "));
    assertEquals(List.of(), split(""));
  }

  @Test
  void singleQuotesKeepEverything() {
    assertEquals(List.of("a b\\ \"$x\"`y`#"), split("'a b\\ \"$x\"`y`#'"));
    assertEquals(List.of(""), split("''"));
    assertEquals(List.of("ab c d"), split("a'b c'\\ d"));
  }

  @Test
  void inDoubleQuotesABackslashEscapesFourCharactersOnly() {
    assertEquals(List.of("$`\"\\"), split("\"\\$\\`\\\"\\\\\""));
    assertEquals(List.of("\\a\\ \\'"), split("\"\\a\\ \\'\""));
    assertEquals(List.of("ab"), split("\"a\\\nb\""));
  }

  @Test
  void outsideQuotesABackslashEscapesAnything() {
    assertEquals(List.of("a b", "'", "\"", "\\", "x"), split("a\\ b \\' \\\" \\\\ \\x"));
    assertEquals(List.of("ab"), split("a\\\nb"));
    assertEquals(List.of("a", "b"), split("a \\\n b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#id", ".a", ">", ".b", "name~2", "name^2", "@-", "@", ":/text", "$", "$HOME", "|", "||",
        ";", "&", "&&", "*", "?", "!", "!!", "(", ")", "{a,b}", "<", ">>", "`ls`", "~", "=", "%1",
        "[x$=y]"
      })
  void noOperatorIsSpecial(String operator) {
    assertEquals(List.of("node:ls", operator, "end"), split("node:ls " + operator + " end"));
    assertEquals(List.of("a" + operator + "b"), split("a" + operator + "b"));
  }

  @Test
  void aSelectorInQuotesIsOneWord() {
    assertEquals(List.of("q", ".a > .b", "[x$=\"y\"]"), split("q '.a > .b' '[x$=\"y\"]'"));
    assertEquals(List.of("q", "[x$=\"y z\"]"), split("q \"[x\\$=\\\"y z\\\"]\""));
  }

  @Test
  void saysWhatIsOpen() {
    assertEquals(Open.SINGLE, SplitLine.of("a 'b").open());
    assertEquals(Open.DOUBLE, SplitLine.of("a \"b").open());
    assertEquals(Open.DOUBLE, SplitLine.of("a \"b\\").open());
    assertEquals(Open.BACKSLASH, SplitLine.of("a b\\").open());
    assertEquals(List.of("a", "b c"), SplitLine.of("a 'b c").texts());
  }

  @Test
  void knowsWhereWordsStand() {
    String line = "ab  'c d'";
    SplitLine split = SplitLine.of(line);
    assertEquals(new Word("ab", 0, 2), split.words().get(0));
    assertEquals(new Word("c d", 4, 9), split.words().get(1));
    assertTrue(split.endsInWord(line));
    assertFalse(SplitLine.of("ab ").endsInWord("ab "));
  }

  @Test
  void whatIsQuotedComesBack() {
    String alphabet = "ab'\"\\ \t\n$`#>[]|;&*!()~^@:/.é\u2028\ud83d\ude00";
    Random random = new Random(20260101);
    for (int i = 0; i < 5000; i++) {
      StringBuilder word = new StringBuilder();
      for (int j = random.nextInt(8); j > 0; j--) {
        int at = random.nextInt(alphabet.length());
        word.append(Character.isSurrogate(alphabet.charAt(at)) ? 'x' : alphabet.charAt(at));
      }
      String text = word.toString();
      assertEquals(List.of("x", text, "y"), split("x " + Quoting.quote(text) + " y"));
    }
  }
}
