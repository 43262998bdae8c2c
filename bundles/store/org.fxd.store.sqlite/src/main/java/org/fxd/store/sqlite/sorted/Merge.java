package org.fxd.store.sqlite.sorted;

import java.util.ArrayList;
import java.util.List;

/** Several runs, and what is above them, read as the one that takes their place. */
public final class Merge {
  private Merge() {}

  /**
   * Goes through the entries of runs as those of one, for a {@link RunWriter}.
   *
   * @param overlay what is to become a part of the run; may be empty. It must be the newest then,
   *     so the runs must be the newest ones
   * @param choice the runs; may be none
   * @param blocks reads them; best through one that {@linkplain Blocks#unkept keeps nothing}
   */
  public static EntryCursor of(
      Space space, Overlay overlay, MergePolicy.Choice choice, Blocks blocks) {
    List<EntryCursor> cursors = new ArrayList<>();
    if (overlay.entries() > 0) {
      cursors.add(overlay.all());
    }
    for (Run run : choice.runs()) {
      cursors.add(blocks.all(run));
    }
    return new MergeCursor(space, cursors, choice.withOldest());
  }
}
