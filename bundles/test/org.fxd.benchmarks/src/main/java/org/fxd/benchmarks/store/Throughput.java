package org.fxd.benchmarks.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fxd.benchmarks.Samples;

/** How often something can be done in a second by several threads. */
final class Throughput {
  private static final int ROUNDS = 3;

  private Throughput() {}

  /** The median of three rounds of so many nanoseconds. */
  static double of(int threads, long nanos, Samples.Work work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      double[] rates = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        List<Future<Long>> counts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          counts.add(executor.submit(() -> repeat(start + nanos, work)));
        }
        long sum = 0;
        for (Future<Long> count : counts) {
          sum += count.get();
        }
        rates[round] = sum * 1e9 / (System.nanoTime() - start);
      }
      Arrays.sort(rates);
      return rates[ROUNDS / 2];
    } finally {
      executor.shutdown();
    }
  }

  private static long repeat(long end, Samples.Work work) throws Exception {
    long count = 0;
    while (System.nanoTime() < end) {
      work.run();
      count++;
    }
    return count;
  }
}
