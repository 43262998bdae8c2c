package org.fxd.store.sqlite;

import java.util.Arrays;
import java.util.Map;

/**
 * Removes the rows that nothing leads to any more, a few at a time, and gives their room back to
 * the system. Stopped in between, it leaves rows that the next compaction removes.
 */
final class OldRows {
  private static final int FRAMES_AT_A_TIME = 64;
  private static final int PAGES_AT_A_TIME = 2000;
  private static final int PIECES_AT_A_TIME = 32;

  private final Writing writing;

  OldRows(Writing writing) {
    this.writing = writing;
  }

  /**
   * Removes frames.
   *
   * @param frames the numbers of those that were there at the beginning
   * @param staying those that have to stay all the same
   */
  void removeFrames(Map<Table, long[]> frames, LongSet staying) {
    frames.forEach(
        (table, numbers) -> {
          for (int from = 0; from < numbers.length; from += FRAMES_AT_A_TIME) {
            long[] some =
                Arrays.copyOfRange(
                    numbers, from, Math.min(numbers.length, from + FRAMES_AT_A_TIME));
            writing.change(
                before -> {
                  for (long number : some) {
                    if (!staying.contains(number)) {
                      writing.writer().deleteFrame(table, number);
                    }
                  }
                  return before;
                });
          }
        });
  }

  /** Removes pieces up to a number, but for those that stay. */
  void removePieces(long last, LivePieces staying) {
    staying.gaps(
        last + 1,
        (from, to) -> {
          // Not number by number: of a hostile file, they are far apart.
          int[] removed = {PIECES_AT_A_TIME};
          while (removed[0] == PIECES_AT_A_TIME) {
            writing.change(
                before -> {
                  removed[0] = writing.writer().deletePieces(from, to, PIECES_AT_A_TIME);
                  return before;
                });
          }
        });
  }

  /** Gives the room that is free in the file back to the system. */
  void giveRoomBack() {
    long free = 1;
    while (free > 0) {
      long before = freePages();
      writing.vacuum(PAGES_AT_A_TIME);
      free = freePages();
      if (free >= before) {
        return; // Others write meanwhile, or a reader holds on to the moment.
      }
    }
  }

  private long freePages() {
    return writing.reading().now(moment -> moment.reader().pragma("freelist_count"));
  }
}
