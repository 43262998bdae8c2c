package org.fxd.store.sqlite.sorted;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.store.sqlite.Statements;
import org.fxd.store.sqlite.sorted.RunWriter.BuiltBlock;

/**
 * The rows of runs and blocks: lists, adds and removes them. For one thread, like its connection.
 */
public final class RunTable {
  /** The statement that makes the table of runs. */
  public static final String RUNS =
      """
      CREATE TABLE runs (
        -- Sorted runs of entries, which never change. What is newer overrides what is older, until
        -- they are merged.
        id INTEGER PRIMARY KEY, -- never used again
        space INTEGER NOT NULL, -- 1 where objects stand, by their hashes; 2 the index
        rank INTEGER NOT NULL, -- the higher, the newer: the id, or the highest rank of what was merged
        entries INTEGER NOT NULL,
        bytes INTEGER NOT NULL -- of the data of its blocks
      ) STRICT""";

  /** The statement that makes the table of blocks. */
  public static final String BLOCKS =
      """
      CREATE TABLE blocks (
        -- The entries of runs, some hundreds to a block.
        id INTEGER PRIMARY KEY,
        run INTEGER NOT NULL, -- runs.id
        first BLOB NOT NULL, -- the first key of the block, so that one finds the block of any key
        codec INTEGER NOT NULL, -- 0 raw, 1 deflate, 2 zstd
        size INTEGER NOT NULL, -- of the content
        data BLOB NOT NULL,
        UNIQUE (run, first)
      ) STRICT""";

  /** No more rows are looked at, whatever their space: a damaged tree may have no end. */
  private static final String LIST =
      "SELECT id, rank, entries, bytes FROM (SELECT * FROM runs ORDER BY id LIMIT 20002)"
          + " WHERE space = ?";

  private static final String ADD_RUN =
      "INSERT INTO runs (id, space, rank, entries, bytes) VALUES (?, ?, ?, ?, ?)";

  private static final String ADD_BLOCK =
      "INSERT INTO blocks (run, first, codec, size, data) VALUES (?, ?, ?, ?, ?)";

  private static final String REMOVE_RUN = "DELETE FROM runs WHERE id = ?";

  /** Some at a time: in a damaged tree, one block may be met again and again. */
  private static final String REMOVE_BLOCKS =
      "DELETE FROM blocks WHERE id IN (SELECT id FROM blocks WHERE run = ? LIMIT "
          + RunTable.BLOCKS_AT_A_TIME
          + ")";

  private static final int BLOCKS_AT_A_TIME = 10_000;

  /** More runs than there can be: they are merged long before. */
  private static final int MOST_RUNS = 10_000;

  private final Statements statements;

  /** The tables as a connection sees them. */
  public RunTable(Statements statements) {
    this.statements = statements;
  }

  /** The runs of a space, the newest first. */
  public List<Run> list(Space space) throws SQLException, DamagedException {
    PreparedStatement statement = statements.of(LIST);
    statement.setInt(1, space.number());
    List<Run> runs = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (runs.size() == MOST_RUNS) {
          throw new DamagedException("it has more than " + MOST_RUNS + " runs");
        }
        long entries = rows.getLong(3);
        long bytes = rows.getLong(4);
        if (entries < 0 || bytes < 0) {
          throw new DamagedException("run " + rows.getLong(1) + " has fewer entries than none");
        }
        runs.add(new Run(rows.getLong(1), space, rows.getLong(2), entries, bytes));
      }
    }
    runs.sort(Run.NEWEST_FIRST);
    return List.copyOf(runs);
  }

  /** Adds a run, before or after its blocks. */
  public void add(Run run) throws SQLException {
    PreparedStatement statement = statements.of(ADD_RUN);
    statement.setLong(1, run.id());
    statement.setInt(2, run.space().number());
    statement.setLong(3, run.rank());
    statement.setLong(4, run.entries());
    statement.setLong(5, run.bytes());
    statement.executeUpdate();
  }

  /** Adds a block to a run. */
  public void add(long run, BuiltBlock block) throws SQLException {
    PreparedStatement statement = statements.of(ADD_BLOCK);
    statement.setLong(1, run);
    statement.setBytes(2, block.first());
    statement.setLong(3, block.data().codec());
    statement.setLong(4, block.data().size());
    statement.setBytes(5, block.data().data());
    statement.executeUpdate();
  }

  /** Removes a run and its blocks. */
  public void remove(long run) throws SQLException {
    removeBlocks(run);
    PreparedStatement statement = statements.of(REMOVE_RUN);
    statement.setLong(1, run);
    statement.executeUpdate();
  }

  /**
   * Removes the blocks of a run.
   *
   * @return how many
   */
  public int removeBlocks(long run) throws SQLException {
    PreparedStatement statement = statements.of(REMOVE_BLOCKS);
    statement.setLong(1, run);
    int removed = 0;
    int some = BLOCKS_AT_A_TIME;
    while (some == BLOCKS_AT_A_TIME) {
      some = statement.executeUpdate();
      removed += some;
    }
    return removed;
  }
}
