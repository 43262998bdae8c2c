package org.fxd.git.jgit.work;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.error.CancelledException;

/** Threads for one piece of work that end with it. */
public final class Workers implements AutoCloseable {
  /** As large as the stack of any thread. */
  private static final long USUAL_STACK = 0;

  private final ExecutorService threads;
  private final boolean interrupts;

  private Workers(String name, int count, long stack, boolean interrupts) {
    this.interrupts = interrupts;
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              String its = name + "-" + number.incrementAndGet();
              Thread thread = new Thread(null, task, its, stack);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts as many as there are cores. In the end they are interrupted in what they do.
   *
   * @param name what the threads are called
   */
  public static Workers onAllCores(String name) {
    return new Workers(name, Runtime.getRuntime().availableProcessors(), USUAL_STACK, true);
  }

  /**
   * Starts some that nobody interrupts, which would close files under whoever reads them, too. In
   * the end what was handed to them is done.
   *
   * @param name what the threads are called
   * @param stack the bytes of each one's stack
   */
  public static Workers uninterrupted(String name, int count, long stack) {
    return new Workers(name, count, stack, false);
  }

  /** Hands something to do to one of them. What it fails with is for {@link #result} to throw. */
  public <T> Future<T> submit(Callable<T> task) {
    return threads.submit(task);
  }

  /** Hands something to do to one of them that tells itself what it fails with. */
  public void execute(Runnable task) {
    threads.execute(task);
  }

  /**
   * Waits for what came of it; what it threw is thrown here.
   *
   * @throws CancelledException if this thread is interrupted meanwhile
   */
  public static <T> T result(Future<T> task) {
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
    if (interrupts) {
      threads.shutdownNow();
    } else {
      threads.shutdown();
    }
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
