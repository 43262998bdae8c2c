package org.fxd.store.sqlite.sorted;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fxd.store.sqlite.DamagedException;

/**
 * The entries of one space as of one moment: an overlay above runs. For one thread, like the
 * connection through which the blocks are read.
 */
public final class SortedEntries {
  private final Space space;
  private final Overlay overlay;
  private final List<Run> runs;
  private final Blocks blocks;

  /**
   * Entries as of one moment.
   *
   * @param overlay newer than all runs; empty where keys repeat
   * @param runs the runs of the space, the newest first: see {@link RunTable#list}
   */
  public SortedEntries(Space space, Overlay overlay, List<Run> runs, Blocks blocks) {
    if (space.repeats() && overlay.entries() > 0) {
      throw new IllegalArgumentException("an overlay holds each key once");
    }
    this.space = space;
    this.overlay = overlay;
    this.runs = List.copyOf(runs);
    this.blocks = blocks;
  }

  /** The value of a key, the newest if keys repeat; null if there is none. */
  public byte[] get(byte[] key) throws SQLException, DamagedException {
    Edit edit = overlay.get(key);
    if (edit != null) {
      return edit.value();
    }
    for (Run run : runs) {
      Block block = blocks.floor(run, key);
      if (block != null) {
        int at = block.search(key);
        if (at < block.size() && block.isAt(at, key)) {
          return block.value(at);
        }
      }
    }
    return null;
  }

  /** All values of a key where keys repeat, those of the newest run first; mostly none or one. */
  public List<byte[]> all(byte[] key) throws SQLException, DamagedException {
    if (!space.repeats()) {
      byte[] value = get(key);
      return value == null ? List.of() : List.of(value);
    }
    List<byte[]> values = List.of();
    for (Run run : runs) {
      Block block = blocks.floor(run, key);
      if (block == null) {
        continue;
      }
      for (int at = block.search(key); at < block.size() && block.isAt(at, key); at++) {
        if (values.isEmpty()) {
          values = new ArrayList<>(2);
        }
        values.add(block.value(at));
      }
    }
    return values;
  }

  /** Goes through the entries from a key on; removals hide what is older and do not show. */
  public EntryCursor from(byte[] from) {
    List<EntryCursor> cursors = new ArrayList<>(runs.size() + 1);
    if (overlay.entries() > 0) {
      cursors.add(overlay.from(from));
    }
    for (Run run : runs) {
      cursors.add(blocks.from(run, from));
    }
    return new MergeCursor(space, cursors, true);
  }
}
