package org.fxd.store.sqlite;

import java.util.concurrent.Semaphore;

/**
 * Who has it uses the {@link Writer}. It belongs to a piece of work and not to a thread: a batch
 * that one thread began may be given up by another.
 */
final class Pen {
  private final Semaphore permit = new Semaphore(1, true);

  /** Waits for it. An interrupt does not stop that: what has to be written has to be written. */
  void take() {
    permit.acquireUninterruptibly();
  }

  void giveBack() {
    permit.release();
  }
}
