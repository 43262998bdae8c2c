package org.fxd.store.sqlite;

import java.sql.SQLException;
import org.fxd.store.sqlite.sorted.RunTable;
import org.fxd.store.sqlite.sorted.Space;

/** Reads from a file what {@link State} it is in. */
final class StateReading {
  /** What FXD leaves is far below; more is someone's wish to fill our memory. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int MOST_TRANSACTIONS = 1_000_000;

  private State state;
  private final Loose loose = new Loose();

  private StateReading(State state) {
    this.state = state;
  }

  /** The state that a pinned reader sees. */
  static StateReading of(Reader reader) throws SQLException, DamagedException {
    RunTable runs = new RunTable(reader.statements());
    StateReading reading =
        new StateReading(
            State.of(reader.epoch(), 0, runs.list(Space.OBJECTS), runs.list(Space.INDEX)));
    reading.more(reader);
    return reading;
  }

  /** Reads the transactions that came since. */
  void more(Reader reader) throws SQLException, DamagedException {
    reader.transactions(state.last(), this::add);
  }

  private void add(LooseTransaction transaction) throws DamagedException {
    loose.add(transaction);
    if (loose.weight() > MOST_BYTES || loose.count() > MOST_TRANSACTIONS) {
      throw new DamagedException("more transactions stand by themselves than FXD leaves");
    }
    state = state.with(transaction);
  }

  State state() {
    return state;
  }

  Loose loose() {
    return loose;
  }
}
