package org.fxd.graph.core.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fxd.graph.api.select.SelectorException;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class SelectorFuzzProperties {
  private static final List<String> PIECES =
      List.of(
          ".",
          "#",
          "[",
          "]",
          "=",
          "!=",
          "*=",
          "^=",
          "$=",
          "~=",
          "<",
          ">",
          "<=",
          ">=",
          "*",
          ",",
          " ",
          "\t",
          "\n",
          "\\",
          "\"",
          "'",
          "(",
          ")",
          ":",
          "i",
          "s",
          "a",
          "word",
          "5",
          "-1.5e3",
          "+",
          "-",
          "n",
          "of",
          "odd",
          "even",
          ":not(",
          ":is(",
          ":has(",
          ":can(",
          ":contains(",
          ":nth-child(",
          ":first-child",
          ":root",
          "é",
          "😀",
          "\ud83d",
          "\ude00",
          "\0",
          "\u2028",
          "~",
          "|",
          "{",
          "99999999999");

  /**
   * Either it is a selector, and then its canonical form is one too, or the error is a good one.
   */
  private static void read(String text) {
    SelectorList list;
    try {
      list = SelectorParser.parse(text);
    } catch (SelectorException error) {
      assertTrue(error.column() >= 1 && error.column() <= text.length() + 1, error.getMessage());
      assertTrue(error.getMessage().contains("column " + error.column()), error.getMessage());
      assertTrue(error.getMessage().length() < 250, error.getMessage());
      assertEquals(1, error.getMessage().lines().count(), error.getMessage());
      assertTrue(error.hint().isPresent());
      return;
    }
    assertEquals(list, SelectorParser.parse(SelectorWriter.write(list)));
  }

  private static String noise(Choices choices, int most) {
    StringBuilder text = new StringBuilder();
    for (int left = choices.below(most + 1); left > 0; left--) {
      text.append(
          choices.chance(10) ? String.valueOf((char) choices.below(65536)) : choices.pick(PIECES));
    }
    return text.toString();
  }

  @Test
  void anyTextIsReadOrRefused() {
    Property.seeded(700)
        .runs(20_000)
        .check(
            choices -> {
              String text = noise(choices, 25);
              choices.note(text);
              read(text);
            });
  }

  @Test
  void aSelectorThatWasSpoiledIsReadOrRefused() {
    Property.seeded(800)
        .runs(5000)
        .check(
            choices -> {
              StringBuilder text =
                  new StringBuilder(SelectorWriter.write(new SelectSamples(choices).selector(3)));
              for (int left = choices.between(1, 3); left > 0 && text.length() > 0; left--) {
                int from = choices.below(text.length());
                int to = Math.min(text.length(), from + choices.below(4));
                text.replace(from, to, noise(choices, 2));
              }
              choices.note(text.toString());
              read(text.toString());
            });
  }

  @Test
  void longTextsAreReadInOnePass() {
    int most = SelectorReader.LENGTH;
    for (String piece : PIECES) {
      for (String before : List.of("", "[x=\"", ".")) {
        StringBuilder text = new StringBuilder(before);
        while (text.length() + piece.length() <= most) {
          text.append(piece);
        }
        read(text.toString());
      }
    }
    String chain = ".a > ".repeat(most / 6) + ".a";
    assertEquals(most / 6 + 1, SelectorParser.parse(chain).any().get(0).compounds().size());
  }
}
