package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The states of a file that another process may write to. What is kept of earlier reading is given
 * up when it was changed what stands where: rows may have the numbers of others that are gone.
 */
final class FollowedStates implements States {
  private final Caches caches;
  private StateReading reading;

  /**
   * Nothing read yet.
   *
   * @param caches what the store keeps
   */
  FollowedStates(Caches caches) {
    this.caches = caches;
  }

  @Override
  public synchronized Optional<Known> at(Reader reader) throws SQLException, DamagedException {
    if (reading == null || reading.state().epoch() != reader.epoch()) {
      if (reading != null) {
        caches.forget(reading.state());
      }
      reading = StateReading.of(reader);
    } else if (reader.highest("transactions") > reading.state().last()) {
      reading.more(reader);
    }
    return Optional.of(new Known(reading.state(), reading.loose()::get));
  }
}
