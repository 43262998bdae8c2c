package org.fxd.git.jgit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.error.CancelledException;

/** Threads for one piece of work, as many as there are cores, that end with it. */
final class Workers implements AutoCloseable {
  private final ExecutorService threads;

  /**
   * Starts them.
   *
   * @param name what the threads are called
   */
  Workers(String name) {
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Hands something to do to one of them. */
  <T> Future<T> submit(Callable<T> task) {
    return threads.submit(task);
  }

  /**
   * Waits for what came of it; what it threw is thrown here.
   *
   * @throws CancelledException if this thread is interrupted meanwhile
   */
  static <T> T result(Future<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Stopped as asked; nothing was changed.", e);
    }
  }

  /** Waits until all have ended: they look at a project's services, so none may be left. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
