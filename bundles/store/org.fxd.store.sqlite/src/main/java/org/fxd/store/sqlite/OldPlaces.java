package org.fxd.store.sqlite;

import java.sql.SQLException;
import org.fxd.store.sqlite.sorted.Blocks;
import org.fxd.store.sqlite.sorted.EntryCursor;
import org.fxd.store.sqlite.sorted.Overlay;
import org.fxd.store.sqlite.sorted.SortedEntries;
import org.fxd.store.sqlite.sorted.Space;

/**
 * What the runs say at the end of a compaction, sorted out: what came since it began, what was not
 * kept, and what has to be looked at.
 */
final class OldPlaces {
  private final LongPairs since = new LongPairs();
  private final LongPairs unclear = new LongPairs();
  private long dropped;

  /**
   * Sorts out.
   *
   * @param oldFrames the numbers of the frames that were there when the compaction began
   * @param keptKeys the keys of what is kept, plus one
   * @param movedPlaces the places from which something was packed, plus one
   */
  static OldPlaces of(Moment moment, LongSet oldFrames, LongSet keptKeys, LongSet movedPlaces)
      throws SQLException, DamagedException {
    OldPlaces sorted = new OldPlaces();
    EntryCursor entries =
        new SortedEntries(
                Space.OBJECTS,
                Overlay.EMPTY,
                moment.state().objectRuns(),
                Blocks.unkept(moment.reader().statements()))
            .from(new byte[0]);
    while (entries.next()) {
      long key = ObjectFinder.key(entries.key());
      long place = Place.packed(entries.value());
      if (!oldFrames.contains(Place.frame(place))) {
        if (keptKeys.contains(key + 1)) {
          sorted.since.add(key, place);
        } else {
          sorted.dropped++;
        }
      } else if (!movedPlaces.contains(place + 1)) {
        if (keptKeys.contains(key + 1)) {
          sorted.unclear.add(key, place);
        } else {
          sorted.dropped++;
        }
      }
    }
    return sorted;
  }

  /** What was written since: keys and places. */
  LongPairs since() {
    return since;
  }

  /** What begins like something that is kept, and was not packed from here: keys and places. */
  LongPairs unclear() {
    return unclear;
  }

  /** How many objects are not kept. */
  long dropped() {
    return dropped;
  }
}
