package org.fxd.git.jgit.work;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work that follows trees to their deepest node, calling itself at each step. A tree may be {@link
 * org.fxd.graph.api.Limits#DEPTH} deep, which is more than fits on the stack that a thread usually
 * has.
 */
public final class DeepStack {
  private static final long BYTES = 64L << 20;

  private DeepStack() {}

  /** Does something on a thread of its own, and waits for it; what it throws is thrown here. */
  public static <T> T call(String name, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, name, BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          // It is ended by what it was given to be asked by; half of it would be of no use.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
