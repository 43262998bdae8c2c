package org.fxd.source.core.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.fxd.source.api.LineEdit;

/** Differences by lines. The only class that names the library that finds them. */
public final class LineDifferences {
  private static final int STEP = 1024;
  private static final int KEPT = 4 * STEP;

  private LineDifferences() {}

  /** The edits that turn one text into the other, in order. */
  public static List<LineEdit> between(byte[] a, byte[] b) {
    int start = commonStart(a, b);
    int end = commonEnd(a, b, start);
    RawText before = new RawText(Arrays.copyOfRange(a, start, a.length - end));
    RawText after = new RawText(Arrays.copyOfRange(b, start, b.length - end));
    int shift = lines(a, start);
    List<LineEdit> edits = new ArrayList<>();
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after)) {
      edits.add(
          new LineEdit(
              edit.getBeginA() + shift,
              edit.getEndA() + shift,
              edit.getBeginB() + shift,
              edit.getEndB() + shift));
    }
    return edits;
  }

  /** How many bytes of whole lines both begin with: most of two versions of a large text. */
  private static int commonStart(byte[] a, byte[] b) {
    int same = Arrays.mismatch(a, b);
    if (same < 0) {
      return a.length;
    }
    while (same > 0 && a[same - 1] != '\n') {
      same--;
    }
    return same;
  }

  /**
   * How many bytes of whole lines both end with and need not be looked at. Some are: an edit can
   * move down over lines that are equal to its own, to where people see it.
   */
  private static int commonEnd(byte[] a, byte[] b, int start) {
    int most = Math.min(a.length, b.length) - start;
    int same = 0;
    while (most - same >= STEP && tails(a, b, same + STEP)) {
      same += STEP;
    }
    same -= Math.min(same, KEPT);
    while (same > 0 && a[a.length - same - 1] != '\n') {
      same--;
    }
    return same;
  }

  /** Whether the step that begins so far from the ends is the same in both. */
  private static boolean tails(byte[] a, byte[] b, int far) {
    int inA = a.length - far;
    int inB = b.length - far;
    return Arrays.equals(a, inA, inA + STEP, b, inB, inB + STEP);
  }

  private static int lines(byte[] text, int end) {
    int lines = 0;
    for (int i = 0; i < end; i++) {
      lines += text[i] == '\n' ? 1 : 0;
    }
    return lines;
  }
}
