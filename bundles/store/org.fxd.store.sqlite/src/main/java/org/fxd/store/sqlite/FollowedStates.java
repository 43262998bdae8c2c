package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The states of a file that another process may write to. What is kept of earlier reading is given
 * up when it was changed what stands where: rows may have the numbers of others that are gone.
 */
final class FollowedStates implements States {
  private final Caches caches;
  private final boolean lenient;
  private StateReading reading;

  /**
   * Nothing read yet.
   *
   * @param caches what the store keeps
   * @param lenient whether the state before a transaction that is damaged is good enough
   */
  FollowedStates(Caches caches, boolean lenient) {
    this.caches = caches;
    this.lenient = lenient;
  }

  @Override
  public synchronized Optional<Known> at(Reader reader) throws SQLException, DamagedException {
    StateReading known = reading;
    reading = null; // What fails half-way is not gone on with.
    if (known == null || known.state().epoch() != reader.epoch()) {
      if (known != null) {
        caches.forget(known.state());
      }
      known = StateReading.of(reader, lenient);
    } else if (reader.highest("transactions") > known.state().last()) {
      known.more(reader);
    }
    reading = known;
    return Optional.of(new Known(known.state(), known.loose()));
  }
}
