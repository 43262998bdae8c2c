package org.fxd.store.sqlite.sorted;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fxd.store.sqlite.Connections;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.store.sqlite.Statements;
import org.fxd.store.sqlite.sorted.RunWriter.BuiltBlock;

/** A file with runs in it, as a test needs it. */
final class RunFile implements AutoCloseable {
  final Statements statements;
  final RunTable table;
  private long lastRun;

  RunFile(Path file) throws SQLException {
    statements = Connections.writer(file, RunTable.RUNS, RunTable.BLOCKS);
    table = new RunTable(statements);
    statements.of("BEGIN").executeUpdate();
  }

  /** Writes a run of what a cursor goes through. */
  Run write(Space space, EntryCursor entries) throws SQLException, DamagedException {
    return write(space, entries, lastRun + 1);
  }

  private Run write(Space space, EntryCursor entries, long rank)
      throws SQLException, DamagedException {
    long id = ++lastRun;
    List<BuiltBlock> blocks = new ArrayList<>();
    RunWriter writer = new RunWriter(space, blocks::add);
    writer.addAll(entries);
    RunWriter.Totals totals = writer.finish();
    for (BuiltBlock block : blocks) {
      table.add(id, block);
    }
    Run run = new Run(id, space, rank, totals.entries(), totals.bytes());
    table.add(run);
    return run;
  }

  /** The entries of a space as they are now. */
  SortedEntries entries(Space space, Overlay overlay, BlockCache cache)
      throws SQLException, DamagedException {
    return new SortedEntries(space, overlay, table.list(space), new Blocks(statements, cache));
  }

  /** Puts one run in the place of several, as the store does. */
  Run merge(Space space, MergePolicy.Choice choice) throws SQLException, DamagedException {
    EntryCursor entries = Merge.of(space, Overlay.EMPTY, choice, Blocks.unkept(statements));
    Run run = write(space, entries, choice.rank());
    for (Run old : choice.runs()) {
      table.remove(old.id());
    }
    return run;
  }

  /** Asks at once; a failure is one of the test. */
  static SortedReader.Asking asking() {
    return new SortedReader.Asking() {
      @Override
      public <T> T ask(SortedReader.Question<T> question) {
        try {
          return question.ask();
        } catch (SQLException | DamagedException e) {
          throw new AssertionError(e);
        }
      }
    };
  }

  /** Undoes all that was written. */
  void undo() throws SQLException {
    statements.of("ROLLBACK").executeUpdate();
    statements.of("BEGIN").executeUpdate();
  }

  /** Makes what was written show to others. */
  void commit() throws SQLException {
    statements.of("COMMIT").executeUpdate();
    statements.of("BEGIN").executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }
}
