package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.fxd.source.api.LineEdit;

/**
 * Line edits that stand close together, with some equal lines around.
 *
 * @param edits in order, at least one
 * @param beginA the first line shown of the earlier text, from 0
 * @param endA the line behind the last one shown
 * @param beginB the same in the later text
 * @param endB the same in the later text
 */
record Hunk(List<LineEdit> edits, int beginA, int endA, int beginB, int endB) {
  private static final int CONTEXT = 3;

  Hunk {
    edits = List.copyOf(edits);
  }

  /**
   * Puts together what is at most twice the context apart. What differs and is not told of is
   * neither within a hunk nor in the lines around it, which are equal on both sides.
   *
   * @param passed what differs and is not told of
   */
  static List<Hunk> of(List<LineEdit> edits, List<LineEdit> passed, int linesA, int linesB) {
    List<Hunk> hunks = new ArrayList<>();
    LineEdit end = new LineEdit(linesA, linesA, linesB, linesB);
    int i = 0;
    while (i < edits.size()) {
      LineEdit first = edits.get(i);
      LineEdit ceiling = behind(first, passed, end);
      int j = i + 1;
      while (j < edits.size()
          && edits.get(j).beginA() - edits.get(j - 1).endA() <= 2 * CONTEXT
          && edits.get(j).endA() <= ceiling.beginA()
          && edits.get(j).endB() <= ceiling.beginB()) {
        j++;
      }
      LineEdit last = edits.get(j - 1);
      LineEdit floor = before(first, passed);
      int before = least(first.beginA() - floor.endA(), first.beginB() - floor.endB());
      int after = least(ceiling.beginA() - last.endA(), ceiling.beginB() - last.endB());
      hunks.add(
          new Hunk(
              edits.subList(i, j),
              first.beginA() - before,
              last.endA() + after,
              first.beginB() - before,
              last.endB() + after));
      i = j;
    }
    return hunks;
  }

  private static int least(int a, int b) {
    return Math.min(CONTEXT, Math.min(a, b));
  }

  private static LineEdit before(LineEdit edit, List<LineEdit> passed) {
    LineEdit found = new LineEdit(0, 0, 0, 0);
    for (LineEdit other : passed) {
      if (other.endA() <= edit.beginA() && other.endB() <= edit.beginB()) {
        found = other;
      }
    }
    return found;
  }

  private static LineEdit behind(LineEdit edit, List<LineEdit> passed, LineEdit end) {
    for (LineEdit other : passed) {
      if (other.beginA() >= edit.endA() && other.beginB() >= edit.endB()) {
        return other;
      }
    }
    return end;
  }

  /** Such as {@code @@ -1,3 +1,4 @@}. */
  String header() {
    return "@@ -" + range(beginA, endA) + " +" + range(beginB, endB) + " @@";
  }

  private static String range(int begin, int end) {
    int count = end - begin;
    return (count == 0 ? begin : begin + 1) + (count == 1 ? "" : "," + count);
  }
}
