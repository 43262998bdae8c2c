package org.fxd.source.treesitter;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Tells when a thread has worked for too long. A busy machine makes everything slow, so what counts
 * in the end is the time that the processor spent; asking for that is dear, so nobody asks before
 * the time on the wall has run out.
 */
final class Stopwatch {
  private final long limit;
  private final long start = System.nanoTime();
  private long worked = -1;
  private boolean over;

  /**
   * Starts.
   *
   * @param limit in nanoseconds
   */
  Stopwatch(long limit) {
    this.limit = limit;
  }

  /** Looks at the clock. To be called by the thread that works. */
  void look() {
    if (over || System.nanoTime() - start <= limit) {
      return;
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    if (!threads.isCurrentThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
      over = true;
    } else if (worked < 0) {
      worked = threads.getCurrentThreadCpuTime();
    } else {
      over = threads.getCurrentThreadCpuTime() - worked > limit;
    }
  }

  /** Whether the time was up when it was last looked at. */
  boolean isOver() {
    return over;
  }
}
