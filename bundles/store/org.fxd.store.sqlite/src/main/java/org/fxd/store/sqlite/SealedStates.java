package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;

/** The state that the next batch finds: with what is in line and not durable yet. */
final class SealedStates implements States {
  private final CommitLine line;

  SealedStates(CommitLine line) {
    this.line = line;
  }

  @Override
  public Optional<Known> at(Reader reader) throws SQLException, DamagedException {
    State state = line.sealed();
    return state.epoch() == reader.epoch()
        ? Optional.of(new Known(state, line.loose()))
        : Optional.empty();
  }
}
