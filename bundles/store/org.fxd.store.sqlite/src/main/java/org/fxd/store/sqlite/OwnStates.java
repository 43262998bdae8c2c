package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;

/** The states of a file that only this store writes to. */
final class OwnStates implements States {
  private final CommitLine line;

  OwnStates(CommitLine line) {
    this.line = line;
  }

  @Override
  public Optional<Known> at(Reader reader) throws SQLException, DamagedException {
    long epoch = reader.epoch();
    State state = line.durable();
    while (state.epoch() < epoch) {
      // It is committed, and the one who did it is about to say so.
      Thread.onSpinWait();
      state = line.durable();
    }
    return state.epoch() > epoch ? Optional.empty() : Optional.of(new Known(state, line.loose()));
  }
}
