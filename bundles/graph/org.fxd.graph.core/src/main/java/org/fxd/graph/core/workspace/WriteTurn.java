package org.fxd.graph.core.workspace;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.core.index.IndexedProject;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;

/**
 * Whose turn it is to write. With the turn goes the store's one open batch; the turn outlasts it,
 * since a batch ends with its commit, and the new state is to be published before another begins.
 * Whoever has the turn waits for nobody.
 */
final class WriteTurn {
  private final Store store;
  private final String project;
  private Thread holder;
  private boolean closed;

  /** How many wait, and how often one of those who came had the turn. */
  private int waiting;

  private long had;

  WriteTurn(Store store, String project) {
    this.store = store;
    this.project = project;
  }

  /**
   * Waits for the turn.
   *
   * @throws IllegalStateException if this very thread has it already, in another transaction: it
   *     would wait for itself; or if the project is closed
   */
  Held take() {
    waitForIt();
    return begin();
  }

  /**
   * Waits for the turn, behind all who wait for it already: for who gives it back only to take it
   * again at once, and would else never let go of it.
   */
  Held takeLast() {
    letOthers();
    return take();
  }

  private synchronized void letOthers() {
    long theirs = had + waiting;
    waitWhile(() -> had < theirs && waiting > 0);
  }

  /** Takes the turn if nobody has it. */
  Optional<Held> tryTake() {
    synchronized (this) {
      if (holder != null || closed) {
        return Optional.empty();
      }
      holder = Thread.currentThread();
    }
    return Optional.of(begin());
  }

  /**
   * Waits for the turn, and writes nothing with it: as long as it is held, nothing changes.
   *
   * @throws IllegalStateException as {@link #take}
   */
  Quiet takeQuietly() {
    waitForIt();
    return this::giveBack;
  }

  /** The turn, held without a batch. */
  @FunctionalInterface
  interface Quiet extends AutoCloseable {
    @Override
    void close();
  }

  private Held begin() {
    try {
      return new Held(store.begin());
    } catch (RuntimeException | Error e) {
      giveBack();
      throw e;
    }
  }

  private synchronized void waitForIt() {
    Thread self = Thread.currentThread();
    if (holder == self) {
      throw new IllegalStateException(
          "This thread has another transaction of the project open that writes already;"
              + " commit or close that one first");
    }
    waiting++;
    try {
      waitWhile(() -> holder != null);
    } finally {
      waiting--;
    }
    if (closed) {
      throw new IllegalStateException("The project " + project + " is closed");
    }
    holder = self;
    had++;
  }

  private synchronized void waitWhile(BooleanSupplier others) {
    try {
      while (others.getAsBoolean() && !closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Stopped while waiting to write; nothing was changed.", e);
    }
  }

  private synchronized void giveBack() {
    holder = null;
    notifyAll();
  }

  /** Lets nobody have it any more; whoever waits is told so. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** The turn, held. */
  final class Held implements IndexedProject.Turn {
    private final Batch batch;
    private boolean given;

    private Held(Batch batch) {
      this.batch = batch;
    }

    @Override
    public Batch batch() {
      return batch;
    }

    @Override
    public void close() {
      if (!given) {
        given = true;
        try {
          batch.close();
        } finally {
          giveBack();
        }
      }
    }
  }
}
