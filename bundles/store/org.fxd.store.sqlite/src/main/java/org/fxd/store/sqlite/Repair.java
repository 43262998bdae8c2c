package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Inspector.Problem;
import org.fxd.store.sqlite.sorted.RunTable;

/**
 * Puts right what can be made anew out of what is sound: where objects are, out of the frames; the
 * index is emptied, and made anew by those whose it is.
 */
final class Repair {
  private final Optional<Writing> writing;
  private final Inspection inspection;
  private final Inspector inspector;

  /**
   * What an inspection calls for.
   *
   * @param writing empty if nothing is to be repaired; else the caller has had the turn since
   *     before the inspection
   */
  Repair(Optional<Writing> writing, Inspection inspection, Inspector inspector) {
    this.writing = writing;
    this.inspection = inspection;
    this.inspector = inspector;
  }

  /** Repairs, if it is to, and tells of what was and what was not. */
  void run() {
    writing.ifPresent(this::repair);
    tell(inspection.brokenMetadata(), "It was written anew.");
    tell(inspection.broken(), "It was made anew out of the objects themselves.");
    tell(inspection.brokenIndex(), "It was emptied, to be made anew.");
  }

  private void repair(Writing writing) {
    RunExchange exchange = new RunExchange(writing);
    if (!inspection.broken().isEmpty()) {
      exchange.places(inspection.places());
    }
    if (!inspection.brokenIndex().isEmpty()) {
      exchange.dropIndex();
    }
    if (!inspection.brokenMetadata().isEmpty()) {
      writing.change(before -> before); // Any change writes the epoch.
    }
    if (!inspection.broken().isEmpty() && !inspection.brokenIndex().isEmpty()) {
      writing.change(
          before -> {
            removeStrayBlocks(writing.writer().reader());
            return before;
          });
    }
  }

  /** The blocks of runs that are missing. */
  private static void removeStrayBlocks(Reader reader) throws SQLException, DamagedException {
    RunTable table = new RunTable(reader.statements());
    Set<Long> known = new HashSet<>();
    reader.ids("runs", false, known::add);
    OptionalLong stray = reader.strayBlock(known);
    while (stray.isPresent() && table.removeBlocks(stray.getAsLong()) > 0) {
      stray = reader.strayBlock(known);
    }
  }

  private void tell(List<String> problems, String repaired) {
    for (String problem : problems) {
      inspector.problem(new Problem(problem, writing.map(any -> repaired)));
    }
  }
}
