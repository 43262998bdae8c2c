package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;

/**
 * Copies what can be read from a damaged file to a new one. Frames and pieces are taken as they
 * are, with what is damaged in them: so it is not forgotten that something should be there.
 */
final class SalvagedRows {
  private final Reader from;
  private final Writer to;
  private final SalvageTask task;
  private final Map<Table, long[]> frames = new EnumMap<>(Table.class);

  /**
   * Nothing copied yet.
   *
   * @param from pinned
   * @param to in an open transaction on a new file
   */
  SalvagedRows(Reader from, Writer to, SalvageTask task) {
    this.from = from;
    this.to = to;
    this.task = task;
  }

  /** Copies all. */
  void copy() throws SQLException, DamagedException {
    metadata();
    for (Table table : Table.values()) {
      frames.put(
          table,
          rows(
              table.sql(),
              Numbers.HIGHEST_FRAME,
              number -> from.frame(table, number),
              (number, row) -> to.insertFrame(table, number, row)));
    }
    rows("pieces", Numbers.HIGHEST, from::piece, to::insertPiece);
    refs();
    Numbers numbers = Numbers.behind(to.reader());
    new SalvagedRuns(from, to, numbers, task).copy(frames);
    new SalvagedTransactions(from, to, numbers, task).copy();
  }

  private void metadata() throws SQLException {
    if (!Epoch.isNumber(from.epochText())) {
      task.repaired("The metadatum '" + Schema.EPOCH + "' is no number.", "It was written anew.");
    }
    try {
      Faults.looking(() -> from.metadata(to::setMetadatum));
    } catch (DamagedException e) {
      task.lost("Of the metadata, not all can be read: " + e.getMessage());
    }
    to.setEpoch(0);
  }

  /** Reads a row. */
  @FunctionalInterface
  private interface Source {
    Optional<Encoded> row(long number) throws SQLException;
  }

  /** Writes a row. */
  @FunctionalInterface
  private interface Sink {
    void row(long number, Encoded row) throws SQLException;
  }

  /** Gives the numbers of the rows that were copied. */
  private long[] rows(String table, long highest, Source source, Sink sink) throws SQLException {
    ReadableIds ids = ReadableIds.of(from, table);
    long[] numbers = ids.toArray();
    task.progress().phase("salvaging " + table.replace("\"", ""), numbers.length);
    int copied = 0;
    for (long number : numbers) {
      task.cancellation().check();
      task.progress().advance(1);
      Optional<Encoded> row =
          number > 0 && number <= highest ? readable(number, source) : Optional.empty();
      if (row.isPresent()) {
        sink.row(number, row.get());
        numbers[copied++] = number;
      }
    }
    if (!ids.areComplete()) {
      task.lost("The table " + table + " is damaged: not all of its rows can be found.");
    }
    if (copied < numbers.length) {
      task.lost(
          "In the table " + table + ", " + (numbers.length - copied) + " rows cannot be read.");
    }
    return java.util.Arrays.copyOf(numbers, copied);
  }

  private static Optional<Encoded> readable(long number, Source source) throws SQLException {
    try {
      return Faults.reading(() -> source.row(number)).filter(row -> row.data() != null);
    } catch (DamagedException e) {
      return Optional.empty();
    }
  }

  private void refs() throws SQLException {
    Map<String, Hash> refs = new java.util.HashMap<>();
    try {
      Faults.looking(
          () ->
              from.refs(
                  new Reader.RefSink() {
                    @Override
                    public void accept(String name, Hash hash) {
                      refs.put(name, hash);
                    }

                    @Override
                    public void damaged(DamagedException why) {
                      task.lost("A reference is damaged: " + why.getMessage());
                    }
                  }));
    } catch (DamagedException e) {
      task.lost("Of the references, not all can be read: " + e.getMessage());
    }
    to.setRefs(refs);
  }
}
