package org.fxd.plugin.host;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs what may take long or hang, a few at a time.
 *
 * <p>A task that passes its deadline is interrupted and no longer counted, so that it takes no
 * one's place: the JVM cannot end a thread, but it need not wait for one either. Called from the
 * loop's thread only, and reports back there.
 */
final class Workers {
  private final Loop loop;
  private final int width;
  private final ThreadPoolExecutor threads;
  private final Deque<Job> waiting = new ArrayDeque<>();
  private int busy;

  Workers(Loop loop, String name, int width) {
    this.loop = loop;
    this.width = width;
    AtomicInteger count = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            2,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * Runs a task when there is room for it.
   *
   * @param work the task, on a thread of its own; must not throw
   * @param deadline counted from when it begins
   * @param overdue told on the loop's thread if the deadline passes
   * @param done told on the loop's thread when the task has ended, however late
   */
  void run(Runnable work, Duration deadline, Runnable overdue, Runnable done) {
    waiting.add(new Job(work, deadline, overdue, done));
    fill();
  }

  private void fill() {
    while (busy < width && !waiting.isEmpty()) {
      busy++;
      waiting.remove().begin();
    }
  }

  private void leave() {
    busy--;
    fill();
  }

  /** Begins nothing more. */
  void finish() {
    threads.shutdown();
  }

  /** Ends the threads; what still runs at a time of {@link System#nanoTime()} is interrupted. */
  void close(long patienceEnds) {
    end(threads, patienceEnds);
  }

  /** Ends an executor, by interrupting it only if it does not end in time. */
  static void end(ExecutorService executor, long patienceEnds) {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(patienceEnds - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private final class Job {
    private final Runnable work;
    private final Duration deadline;
    private final Runnable overdue;
    private final Runnable done;
    private final LinkedBlockingQueue<Thread> worker = new LinkedBlockingQueue<>();
    private boolean ended;
    private boolean late;

    Job(Runnable work, Duration deadline, Runnable overdue, Runnable done) {
      this.work = work;
      this.deadline = deadline;
      this.overdue = overdue;
      this.done = done;
    }

    void begin() {
      Loop.Timer alarm = loop.after(deadline, this::alarm);
      threads.execute(
          () -> {
            worker.add(Thread.currentThread());
            try {
              work.run();
            } finally {
              // Whoever holds the thread's name may interrupt it: taking it back ends that.
              worker.poll();
              loop.execute(() -> end(alarm));
            }
          });
    }

    private void alarm() {
      if (!ended) {
        late = true;
        interrupt();
        overdue.run();
        leave();
      }
    }

    private void interrupt() {
      Thread thread = worker.poll();
      if (thread != null) {
        thread.interrupt();
      }
    }

    private void end(Loop.Timer alarm) {
      ended = true;
      alarm.cancel();
      done.run();
      if (!late) {
        leave();
      }
    }
  }
}
