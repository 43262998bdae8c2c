package org.fxd.history.core.ask;

import java.util.List;
import org.fxd.source.api.LineEdit;

/**
 * Lines that follow one another, in a text that is asked about and in an earlier one.
 *
 * @param last the first of them in the text that is asked about, from 0
 * @param here the first of them in the earlier text, from 0
 * @param count how many, at least one
 */
record LineRun(int last, int here, int count) {
  /**
   * Goes back over edits.
   *
   * @param edits what made this text of one before it, in order
   * @param passed takes the lines that were there already, as they were there
   * @param own takes those that the edits made
   */
  void before(List<LineEdit> edits, List<LineRun> passed, List<LineRun> own) {
    int end = here + count;
    int next = firstEndingBehind(edits, here);
    int at = here;
    while (at < end) {
      int edited = next < edits.size() ? Math.min(end, edits.get(next).beginB()) : end;
      if (at < edited) {
        passed.add(part(at, edited, next == 0 ? 0 : shift(edits.get(next - 1))));
        at = edited;
      }
      if (at < end) {
        int made = Math.min(end, edits.get(next).endB());
        if (at < made) {
          own.add(part(at, made, 0));
          at = made;
        }
        next++;
      }
    }
  }

  private LineRun part(int from, int to, int shift) {
    return new LineRun(last + from - here, from + shift, to - from);
  }

  /** What is to be added behind an edit to come to the line before. */
  private static int shift(LineEdit edit) {
    return edit.endA() - edit.endB();
  }

  private static int firstEndingBehind(List<LineEdit> edits, int line) {
    int low = 0;
    int high = edits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edits.get(middle).endB() <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
