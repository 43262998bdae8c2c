package org.fxd.graph.core.workspace;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.workspace.Observer;

/** The observers of all projects, and the threads that they are told on. */
public final class Observers implements AutoCloseable {
  private static final long IDLE_SECONDS = 2;

  private final Listeners<Observer> observers = new Listeners<>();
  private final ExecutorService threads;

  /** Starts nothing: threads come with the first change and go when there is nothing to tell. */
  public Observers() {
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "fxd-observer-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The observers. */
  public Listeners<Observer> listeners() {
    return observers;
  }

  /** Runs a task on a thread of its own. */
  public void run(Runnable task) {
    threads.execute(task);
  }

  /** Lets running calls end for a moment, then interrupts them. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
