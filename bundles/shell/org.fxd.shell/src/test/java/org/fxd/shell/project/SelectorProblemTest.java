package org.fxd.shell.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.select.SelectorException;
import org.fxd.graph.api.select.Selectors;
import org.fxd.graph.api.task.Cancellation;
import org.junit.jupiter.api.Test;

class SelectorProblemTest {
  private static SelectorProblem problem(String text, int column) {
    Selectors none =
        new Selectors() {
          @Override
          public Selector compile(String given) {
            throw new SelectorException(
                "Not a selector: odd (column " + column + ": x <-- here y).", "do so", column);
          }

          @Override
          public boolean walk(
              Node root, Selector selector, Cancellation cancellation, Predicate<Match> visitor) {
            return true;
          }
        };
    return assertThrows(SelectorProblem.class, () -> SelectorProblem.compile(none, text));
  }

  @Test
  void theCaretStandsBelowTheColumn() {
    SelectorProblem problem = problem(".a[b", 5);
    assertEquals(".a[b\n    ^", problem.excerpt(80));
    assertEquals("Not a selector: odd.", problem.getMessage());
    assertEquals("do so", problem.hint().orElseThrow());
    assertEquals(5, problem.column());
    assertEquals("\n^", problem("", 1).excerpt(80));
    assertEquals(".a\n  ^", problem(".a", 99).excerpt(80));
  }

  @Test
  void whatDoesNotFitIsCutAroundThePlace() {
    String text = "a".repeat(50) + "!" + "b".repeat(50);
    for (int width : new int[] {20, 30, 40, 79, 100}) {
      String[] lines = problem(text, 51).excerpt(width).split("\n");
      assertTrue(lines[0].length() <= width, lines[0]);
      assertEquals('!', lines[0].charAt(lines[1].indexOf('^')), lines[0]);
    }
    String[] start = problem(text, 1).excerpt(20).split("\n");
    assertEquals("a".repeat(19) + "…", start[0]);
    String[] end = problem(text, 102).excerpt(20).split("\n");
    assertEquals("…" + "b".repeat(19), end[0]);
    assertEquals(20, end[1].indexOf('^'));
  }

  @Test
  void columnsAreTheTerminals() {
    assertEquals("漢字!\n    ^", problem("漢字!", 3).excerpt(80));
    assertEquals("\\n!\n  ^", problem("\n!", 2).excerpt(80));
  }
}
