package org.fxd.benchmarks.history;

import java.util.Locale;
import java.util.Map;
import org.fxd.benchmarks.Arguments;
import org.fxd.benchmarks.Samples;

/** Measures and prints: name, median and what nine of ten exceeded, in milliseconds. */
final class Figures {
  /** To get warm takes so long at least for each run; Java has compiled what is done often then. */
  private static final long WARM_UP_NANOS = 100_000_000;

  private final Arguments arguments;
  private final int runs;
  private final int warmUp;

  Figures(Arguments arguments) {
    this.arguments = arguments;
    this.runs = arguments.runs();
    this.warmUp = arguments.quick() ? 2 : arguments.runs();
  }

  /** A group of figures. */
  @FunctionalInterface
  interface Part {
    void measure() throws Exception;
  }

  /** Measures those parts that are wanted, in this order. */
  void run(Map<String, Part> parts) throws Exception {
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      if (arguments.wants(part.getKey())) {
        part.getValue().measure();
      }
    }
  }

  /** One of a row of runs, by its number, those to get warm among them. */
  @FunctionalInterface
  interface Run {
    void run(int number) throws Exception;
  }

  /** Measures one thing. */
  void measure(String name, Run run) throws Exception {
    measure(name, 1, number -> {}, run, number -> {});
  }

  /**
   * Measures one thing that changes something.
   *
   * @param times how many times as many runs: of what is short
   * @param before done before each run, unmeasured
   * @param after done after each run, unmeasured
   */
  void measure(String name, int times, Run before, Run run, Run after) throws Exception {
    Samples samples = new Samples();
    long warm = System.nanoTime() + WARM_UP_NANOS * warmUp;
    int left = runs * times;
    for (int i = 0; left > 0; i++) {
      if (i < warmUp * times || System.nanoTime() < warm) {
        samples.clear();
        left = runs * times;
      }
      int number = i;
      before.run(number);
      samples.time(() -> run.run(number));
      after.run(number);
      left--;
    }
    print(name, samples);
  }

  private static void print(String name, Samples samples) {
    System.out.printf(
        Locale.ROOT, "figure\t%s\t%.6g\t%.6g%n", name, samples.median(), samples.least());
    System.out.flush();
  }
}
