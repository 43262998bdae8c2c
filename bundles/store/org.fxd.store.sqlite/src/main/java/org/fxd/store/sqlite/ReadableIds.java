package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The numbers of those rows of a table that can be found: where its tree is damaged, from both ends
 * up to the damage.
 */
final class ReadableIds {
  private final Ids low = new Ids();
  private final Ids high = new Ids();
  private boolean complete;

  private ReadableIds() {}

  static ReadableIds of(Reader reader, String table) throws SQLException {
    ReadableIds ids = new ReadableIds();
    ids.complete = find(reader, table, false, ids.low);
    if (!ids.complete) {
      find(reader, table, true, ids.high);
    }
    return ids;
  }

  private static boolean find(Reader reader, String table, boolean down, LongConsumer sink)
      throws SQLException {
    try {
      Faults.looking(() -> reader.ids(table, down, sink));
      return true;
    } catch (DamagedException e) {
      return false;
    }
  }

  /** Whether these are all. */
  boolean areComplete() {
    return complete;
  }

  /** In order. */
  long[] toArray() {
    long last = low.count == 0 ? Long.MIN_VALUE : low.ids[low.count - 1];
    int more = 0;
    while (more < high.count && high.ids[more] > last) {
      more++;
    }
    long[] all = Arrays.copyOf(low.ids, low.count + more);
    for (int i = 0; i < more; i++) {
      all[low.count + i] = high.ids[more - 1 - i];
    }
    return all;
  }

  private static final class Ids implements LongConsumer {
    private long[] ids = new long[64];
    private int count;

    @Override
    public void accept(long id) {
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, 2 * count);
      }
      ids[count++] = id;
    }
  }
}
