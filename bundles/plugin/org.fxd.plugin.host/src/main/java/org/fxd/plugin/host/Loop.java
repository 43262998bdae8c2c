package org.fxd.plugin.host;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns the host's state: runs what it is given, one after the other. */
final class Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private final ScheduledThreadPoolExecutor executor;
  private volatile Runnable afterEach = () -> {};

  Loop(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs this after every task, on the same thread. */
  void afterEach(Runnable task) {
    afterEach = task;
  }

  /** Something that will run, unless cancelled before. */
  interface Timer {
    void cancel();
  }

  /** Runs a task soon; does nothing once closed. */
  void execute(Runnable task) {
    after(Duration.ZERO, task);
  }

  /** Runs a task later, unless cancelled or closed before. */
  Timer after(Duration delay, Runnable task) {
    try {
      Future<?> scheduled =
          executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
      afterEach.run();
    } catch (RuntimeException | LinkageError e) {
      if (!executor.isShutdown()) {
        LOG.error("The plugin host stumbled; it goes on", e);
      }
    }
  }

  /** Takes nothing more, and drops what has not begun. */
  void finish() {
    executor.shutdown();
  }

  /** Ends the thread; what still runs at a time of {@link System#nanoTime()} is interrupted. */
  void close(long patienceEnds) {
    Workers.end(executor, patienceEnds);
  }
}
