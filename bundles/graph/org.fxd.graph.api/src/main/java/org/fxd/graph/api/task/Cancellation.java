package org.fxd.graph.api.task;

import java.util.concurrent.atomic.AtomicBoolean;
import org.fxd.graph.api.error.CancelledException;

/**
 * A request to stop, shared by the one who may ask and the one who works. Safe for use by any
 * number of threads.
 */
public final class Cancellation {
  private final AtomicBoolean requested = new AtomicBoolean();

  /** A cancellation that nobody asks for unless {@link #cancel()} is called on it. */
  public static Cancellation none() {
    return new Cancellation();
  }

  /** Asks the work to stop. It stops at its next {@link #check()}. */
  public void cancel() {
    requested.set(true);
  }

  /** Whether someone asked. */
  public boolean isCancelled() {
    return requested.get();
  }

  /**
   * Called by the work, often.
   *
   * @throws CancelledException if someone asked it to stop
   */
  public void check() {
    if (requested.get()) {
      throw new CancelledException("Stopped as asked; nothing was changed.");
    }
  }
}
