package org.fxd.store.sqlite.sorted;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fxd.store.sqlite.Codec;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.store.sqlite.Encoded;
import org.fxd.store.sqlite.Statements;

/**
 * Reads the blocks of runs through one connection, or finds them in the cache. For one thread, like
 * the connection, which must be at a moment at which the runs are there.
 */
public final class Blocks {
  private static final String FLOOR =
      "SELECT id FROM blocks WHERE run = ? AND first <= ? ORDER BY first DESC LIMIT 1";

  private static final String AFTER =
      "SELECT id FROM blocks WHERE run = ? AND first > ? ORDER BY first LIMIT 1";

  private static final String READ =
      "SELECT first, codec, size, data FROM blocks WHERE id = ? AND run = ?";

  private static final String FENCE =
      "SELECT first, id FROM blocks WHERE run = ? ORDER BY first LIMIT ?";

  private final Statements statements;
  private final BlockCache cache;

  /** Reads through a connection, with a cache that others use too. */
  public Blocks(Statements statements, BlockCache cache) {
    this.statements = statements;
    this.cache = cache;
  }

  /** Reads through a connection and keeps nothing: for who goes through whole runs once. */
  public static Blocks unkept(Statements statements) {
    return new Blocks(statements, new BlockCache(0));
  }

  /** Goes through all entries of a run, with its removals. */
  public EntryCursor all(Run run) {
    return from(run, new byte[0]);
  }

  /** Goes through the entries of a run from a key on, with its removals. */
  EntryCursor from(Run run, byte[] from) {
    return new RunCursor(this, run, from);
  }

  /** The block of a run that may hold a key; null if its first key is above. */
  Block floor(Run run, byte[] key) throws SQLException, DamagedException {
    Fence fence = fence(run);
    long id = fence == null ? find(FLOOR, run, key) : fence.floor(key);
    return id < 0 ? null : read(run, id, true);
  }

  /**
   * The first block of a run whose first key is above a key; null if there is none.
   *
   * @param keep whether it is worth to be kept
   */
  Block after(Run run, byte[] key, boolean keep) throws SQLException, DamagedException {
    Fence fence = fence(run);
    long id = fence == null ? find(AFTER, run, key) : fence.after(key);
    return id < 0 ? null : read(run, id, keep);
  }

  /**
   * What the cache knows of a key, without the file.
   *
   * @param isKnown whether it knows
   * @param values all values of the key in the run; empty if it is not there or nothing is known
   */
  public record Kept(boolean isKnown, List<byte[]> values) {
    private static final Kept UNKNOWN = new Kept(false, List.of());
    private static final Kept NOTHING = new Kept(true, List.of());
  }

  /** Looks a key of a run up in a cache. Safe for any thread: runs never change. */
  public static Kept kept(BlockCache cache, Run run, byte[] key) {
    Fence fence = cache.fence(run.id());
    if (fence == null) {
      return Kept.UNKNOWN;
    }
    long id = fence.floor(key);
    if (id < 0) {
      return Kept.NOTHING;
    }
    Block block = cache.block(run.id(), id);
    if (block == null) {
      return Kept.UNKNOWN;
    }
    List<byte[]> values = new ArrayList<>(1);
    for (int at = block.search(key); at < block.size() && block.isAt(at, key); at++) {
      values.add(block.value(at));
    }
    return new Kept(true, values);
  }

  private Fence fence(Run run) throws SQLException, DamagedException {
    Fence kept = cache.fence(run.id());
    if (kept != null || !cache.wantsFence(run)) {
      return kept;
    }
    int most = cache.longestFence();
    PreparedStatement statement = statements.of(FENCE);
    statement.setLong(1, run.id());
    statement.setInt(2, most + 1);
    List<byte[]> firsts = new ArrayList<>();
    long[] ids = new long[64];
    byte[] before = new byte[0];
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        byte[] first = key(rows.getBytes(1));
        if (Arrays.compareUnsigned(before, first) >= 0) {
          throw new DamagedException("the blocks of run " + run.id() + " are not in order");
        }
        if (firsts.size() == ids.length) {
          ids = Arrays.copyOf(ids, 2 * ids.length);
        }
        ids[firsts.size()] = rows.getLong(2);
        firsts.add(first);
        before = first;
      }
    }
    if (firsts.isEmpty() || firsts.size() > most) {
      return null;
    }
    Fence fence = new Fence(firsts, Arrays.copyOf(ids, firsts.size()));
    cache.keep(run.id(), fence);
    return fence;
  }

  private long find(String sql, Run run, byte[] key) throws SQLException {
    PreparedStatement statement = statements.of(sql);
    statement.setLong(1, run.id());
    statement.setBytes(2, key);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : -1;
    }
  }

  private Block read(Run run, long id, boolean keep) throws SQLException, DamagedException {
    Block kept = cache.block(run.id(), id);
    if (kept != null) {
      return kept;
    }
    PreparedStatement statement = statements.of(READ);
    statement.setLong(1, id);
    statement.setLong(2, run.id());
    byte[] first;
    Encoded data;
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new DamagedException("block " + id + " of run " + run.id() + " is missing");
      }
      first = key(rows.getBytes(1));
      data = new Encoded(rows.getLong(2), rows.getLong(3), rows.getBytes(4));
    }
    if (data.size() > BlockForm.MOST_BYTES) {
      throw new DamagedException("a block of it claims " + data.size() + " bytes");
    }
    Block block = BlockForm.read(Codec.unpack(data), run.space());
    if (!block.isAt(0, first)) {
      throw new DamagedException("block " + id + " of run " + run.id() + " begins elsewhere");
    }
    if (keep) {
      cache.keep(run.id(), id, block);
    }
    return block;
  }

  private static byte[] key(byte[] bytes) throws DamagedException {
    if (bytes == null || bytes.length == 0 || bytes.length > Edit.MAX_KEY) {
      throw new DamagedException("a block of it begins with a key that cannot be");
    }
    return bytes;
  }
}
