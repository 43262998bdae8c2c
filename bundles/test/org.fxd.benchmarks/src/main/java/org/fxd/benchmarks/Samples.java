package org.fxd.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * How long something took, again and again: by the clock, and on processors, all threads together.
 * The latter is what one can still compare while others use the machine.
 */
public final class Samples {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final boolean thisThread;
  private long[] nanos = new long[64];
  private long[] processor = new long[64];
  private int count;

  /** Of what may be done by several threads. */
  public Samples() {
    this(false);
  }

  private Samples(boolean thisThread) {
    this.thisThread = thisThread;
  }

  /** Of what is done by the thread that measures, and is too short for the system to be counted. */
  public static Samples ofThread() {
    return new Samples(true);
  }

  /** Something that takes time. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** Does it, and remembers how long it took. */
  public void time(Work work) throws Exception {
    long processorStart = processorTime();
    long start = System.nanoTime();
    work.run();
    long took = System.nanoTime() - start;
    add(took, processorTime() - processorStart);
  }

  private long processorTime() {
    return thisThread ? THREADS.getCurrentThreadCpuTime() : SYSTEM.getProcessCpuTime();
  }

  private void add(long took, long busy) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
      processor = Arrays.copyOf(processor, 2 * count);
    }
    nanos[count] = took;
    processor[count++] = busy;
  }

  /** Forgets all: so far it was only to get warm. */
  public void clear() {
    count = 0;
  }

  /** The median, in milliseconds. */
  public double median() {
    return percentile(nanos, 50);
  }

  /** What so many of a hundred did not exceed, in milliseconds. */
  public double percentile(double percent) {
    return percentile(nanos, percent);
  }

  /** What nine of ten exceeded, in milliseconds: how it is when nobody disturbs. */
  public double least() {
    return percentile(nanos, 10);
  }

  /**
   * The time on processors, in milliseconds. The system counts in steps, so of all it is the mean.
   */
  public double busy() {
    if (thisThread) {
      return percentile(processor, 50);
    }
    return Arrays.stream(processor, 0, count).sum() / 1e6 / count;
  }

  private double percentile(long[] of, double percent) {
    long[] sorted = Arrays.copyOf(of, count);
    Arrays.sort(sorted);
    double at = percent / 100 * (count - 1);
    int below = (int) at;
    int above = Math.min(below + 1, count - 1);
    return (sorted[below] + (sorted[above] - sorted[below]) * (at - below)) / 1e6;
  }
}
