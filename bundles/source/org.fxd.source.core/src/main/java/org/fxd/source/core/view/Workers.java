package org.fxd.source.core.view;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.fxd.graph.api.error.CancelledException;

/**
 * A few threads that work off tasks while one thread finds them. The first task that fails stops
 * the rest, and its error is the caller's.
 */
final class Workers implements AutoCloseable {
  private static final int WAITING_EACH = 16;

  private final ExecutorService threads;
  private final Semaphore room;
  private final int capacity;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  Workers(int count) {
    this.capacity = count * WAITING_EACH;
    this.room = new Semaphore(capacity);
    this.threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, "fxd-write");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Hands over a task; waits while too many are waiting. */
  void submit(Runnable task) {
    check();
    acquire(1);
    threads.execute(
        () -> {
          try {
            if (failure.get() == null) {
              task.run();
            }
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          } catch (Error e) {
            failure.compareAndSet(null, new IllegalStateException("Writing a file failed", e));
          } finally {
            room.release();
          }
        });
  }

  /** Waits until all tasks are done. */
  void finish() {
    acquire(capacity);
    room.release(capacity);
    check();
  }

  private void check() {
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  private void acquire(int permits) {
    try {
      room.acquire(permits);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Interrupted while writing files.", e);
    }
  }

  /** Lets what has begun end, and drops the rest. */
  @Override
  public void close() {
    threads.shutdownNow().clear();
    boolean interrupted = Thread.interrupted();
    try {
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("A file takes more than a minute to be written");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
