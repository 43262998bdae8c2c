package org.fxd.source.core.compare;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.fxd.source.api.LineEdit;

/** Differences by lines. The only class that names the library that finds them. */
public final class LineDifferences {
  private LineDifferences() {}

  /** The edits that turn one text into the other, in order. */
  public static List<LineEdit> between(byte[] a, byte[] b) {
    List<LineEdit> edits = new ArrayList<>();
    for (Edit edit :
        new HistogramDiff().diff(RawTextComparator.DEFAULT, new RawText(a), new RawText(b))) {
      edits.add(new LineEdit(edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB()));
    }
    return edits;
  }
}
