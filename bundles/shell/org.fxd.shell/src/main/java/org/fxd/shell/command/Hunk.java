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

  /** Puts together what is at most twice the context apart. */
  static List<Hunk> of(List<LineEdit> edits, int linesA, int linesB) {
    List<Hunk> hunks = new ArrayList<>();
    int i = 0;
    while (i < edits.size()) {
      int j = i + 1;
      while (j < edits.size() && edits.get(j).beginA() - edits.get(j - 1).endA() <= 2 * CONTEXT) {
        j++;
      }
      LineEdit first = edits.get(i);
      LineEdit last = edits.get(j - 1);
      int before = Math.min(CONTEXT, Math.min(first.beginA(), first.beginB()));
      int after = Math.min(CONTEXT, Math.min(linesA - last.endA(), linesB - last.endB()));
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

  /** Such as {@code @@ -1,3 +1,4 @@}. */
  String header() {
    return "@@ -" + range(beginA, endA) + " +" + range(beginB, endB) + " @@";
  }

  private static String range(int begin, int end) {
    int count = end - begin;
    return (count == 0 ? begin : begin + 1) + (count == 1 ? "" : "," + count);
  }
}
