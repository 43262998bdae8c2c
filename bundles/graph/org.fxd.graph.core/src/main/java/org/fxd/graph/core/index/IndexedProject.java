package org.fxd.graph.core.index;

import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.store.api.Batch;

/** What an index needs of the project that it is of. */
public interface IndexedProject {
  /** The newest root. */
  Node root();

  /** A tree of this project by hash. */
  Node node(Hash hash);

  /** The turn to write, if it is free at once and the project can be written to. */
  Optional<Turn> tryTurn();

  /**
   * The turn to write, when it comes.
   *
   * @throws org.fxd.graph.api.error.StoreException if the project cannot be written to
   */
  Turn turn();

  /** The turn to write: as long as it is held, the newest root stays the newest. */
  interface Turn extends AutoCloseable {
    /** A batch; it ends with its commit, the turn goes on. */
    Batch batch();

    @Override
    void close();
  }
}
