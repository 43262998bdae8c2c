package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Iterator;
import org.fxd.store.sqlite.sorted.Edit;
import org.fxd.store.sqlite.sorted.EntryCursor;
import org.fxd.store.sqlite.sorted.Run;
import org.fxd.store.sqlite.sorted.RunTable;
import org.fxd.store.sqlite.sorted.RunWriter;
import org.fxd.store.sqlite.sorted.Space;

/** Writes runs into the tables, in the writer's open transaction. */
final class RunRows {
  private final RunTable table;
  private final Numbers numbers;

  RunRows(Writer writer, Numbers numbers) {
    this.table = new RunTable(writer.statements());
    this.numbers = numbers;
  }

  /** Writes a run of edits that come in order; it is the newest of its space. */
  Run write(Space space, Iterator<Edit> edits) throws SQLException {
    long id = numbers.nextRun();
    RunWriter run = new RunWriter(space, block -> table.add(id, block));
    while (edits.hasNext()) {
      run.add(edits.next());
    }
    return finish(id, space, id, run);
  }

  /** Writes a run of what a cursor has; it is the newest of its space. */
  Run write(Space space, EntryCursor entries) throws SQLException, DamagedException {
    long id = numbers.nextRun();
    RunWriter run = new RunWriter(space, block -> table.add(id, block));
    run.addAll(entries);
    return finish(id, space, id, run);
  }

  private Run finish(long id, Space space, long rank, RunWriter writer) throws SQLException {
    RunWriter.Totals totals = writer.finish();
    Run run = new Run(id, space, rank, totals.entries(), totals.bytes());
    table.add(run);
    return run;
  }
}
