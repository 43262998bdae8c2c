package org.fxd.graph.core.workspace;

import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;

/**
 * Whose turn it is to write. The turn is the store's one open batch: to have the one is to have the
 * other. It is taken once, held without waiting for anything else, and given back by closing it.
 */
final class WriteTurn {
  private final Store store;
  private volatile Thread holder;

  WriteTurn(Store store) {
    this.store = store;
  }

  /**
   * Waits for the turn.
   *
   * @throws IllegalStateException if this very thread has it already, in another transaction: it
   *     would wait for itself
   */
  Held take() {
    Thread self = Thread.currentThread();
    if (holder == self) {
      throw new IllegalStateException(
          "This thread has another transaction of the project open that writes already;"
              + " commit or close that one first");
    }
    Batch batch = store.begin();
    holder = self;
    return new Held(batch);
  }

  /** The turn, held. */
  final class Held implements AutoCloseable {
    private final Batch batch;
    private boolean given;

    private Held(Batch batch) {
      this.batch = batch;
    }

    Batch batch() {
      return batch;
    }

    @Override
    public void close() {
      if (!given) {
        given = true;
        holder = null;
        batch.close();
      }
    }
  }
}
