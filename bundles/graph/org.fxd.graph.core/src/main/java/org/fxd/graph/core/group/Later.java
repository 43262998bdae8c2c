package org.fxd.graph.core.group;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs things after a while. */
@FunctionalInterface
public interface Later {
  /** Runs a task once a time has passed, on a thread that it may keep. */
  void run(Duration delay, Runnable task);

  /** On these threads; one timer, which the whole virtual machine shares, waits for all. */
  static Later on(Executor threads) {
    return (delay, task) ->
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, threads)
            .execute(task);
  }
}
