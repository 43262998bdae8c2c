package org.fxd.history.core.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fxd.source.api.LineEdit;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Runs of lines go back over edits as their lines would one by one. */
class LineRunProperties {
  @Test
  void eachLineGoesWhereItCameFrom() {
    Property.seeded(1)
        .runs(1000)
        .check(
            choices -> {
              List<Integer> earlier = new ArrayList<>();
              List<LineEdit> edits = edits(choices, earlier);
              int here = choices.below(earlier.size() + 1);
              int count = 1 + choices.below(5);
              for (int i = earlier.size(); i < here + count; i++) {
                edits(choices, earlier, edits, 1);
              }
              int last = choices.below(9);
              Map<Integer, Integer> expected = new TreeMap<>();
              Map<Integer, Integer> expectedOwn = new TreeMap<>();
              for (int i = 0; i < count; i++) {
                int was = earlier.get(here + i);
                (was < 0 ? expectedOwn : expected).put(last + i, was < 0 ? here + i : was);
              }
              List<LineRun> passed = new ArrayList<>();
              List<LineRun> own = new ArrayList<>();
              new LineRun(last, here, count).before(edits, passed, own);
              assertEquals(expected, lines(passed));
              assertEquals(expectedOwn, lines(own));
            });
  }

  private static List<LineEdit> edits(Choices choices, List<Integer> earlier) {
    List<LineEdit> edits = new ArrayList<>();
    edits(choices, earlier, edits, choices.below(5));
    return edits;
  }

  /**
   * Adds lines that stay and edits behind them.
   *
   * @param earlier of each line of the later text, which one it was; -1 if none
   */
  private static void edits(
      Choices choices, List<Integer> earlier, List<LineEdit> edits, int more) {
    for (int i = 0; i < more; i++) {
      int before = edits.isEmpty() ? 0 : edits.get(edits.size() - 1).endA();
      int after = edits.isEmpty() ? 0 : edits.get(edits.size() - 1).endB();
      int stay = 1 + choices.below(3);
      for (int line = 0; line < stay; line++) {
        earlier.add(before + line);
      }
      int gone = choices.below(3);
      int come = gone == 0 ? 1 + choices.below(2) : choices.below(3);
      for (int line = 0; line < come; line++) {
        earlier.add(-1);
      }
      before += stay;
      after += stay;
      edits.add(new LineEdit(before, before + gone, after, after + come));
    }
  }

  private static Map<Integer, Integer> lines(List<LineRun> runs) {
    Map<Integer, Integer> lines = new TreeMap<>();
    for (LineRun run : runs) {
      for (int i = 0; i < run.count(); i++) {
        assertEquals(null, lines.put(run.last() + i, run.here() + i));
      }
    }
    return lines;
  }
}
