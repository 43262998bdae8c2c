package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;

/** Knows the state of a store that goes with what a reader sees. */
interface States {
  /** The state, and the objects of the transactions that stand by themselves. */
  record Known(State state, Objects loose) {}

  /** Objects by hash. */
  interface Objects {
    Optional<LooseObject> get(Hash hash);

    /** All of them, in no order: no more than are put up with before they are gathered. */
    Stream<LooseObject> all();
  }

  /**
   * What goes with a reader's moment.
   *
   * @param reader pinned, or the file is one that nobody writes to meanwhile
   * @return empty if that moment is past: the reader has to be pinned again
   */
  Optional<Known> at(Reader reader) throws SQLException, DamagedException;
}
