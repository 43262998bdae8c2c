package org.fxd.testkit;

import java.util.ArrayList;
import java.util.List;

/** Checks that something holds for whatever is chosen. */
public final class Property {
  private static final int DEFAULT_RUNS = 200;
  private static final int MOST_ATTEMPTS = 2000;

  /** What must hold; draws its input from the choices and throws if it does not hold. */
  @FunctionalInterface
  public interface Law {
    /** One run. */
    void check(Choices choices) throws Exception;
  }

  private final long seed;
  private final int runs;

  private Property(long seed, int runs) {
    this.seed = seed;
    this.runs = runs;
  }

  /** A property that is checked with 200 runs that follow from one seed. */
  public static Property seeded(long seed) {
    return new Property(seed, DEFAULT_RUNS);
  }

  /** The same property with another number of runs. */
  public Property runs(int count) {
    return new Property(seed, count);
  }

  /**
   * Checks a law.
   *
   * @throws AssertionError if it does not hold; it names the choices that show it, as few and as
   *     small as could be found, and has the law's own failure as its cause
   */
  public void check(Law law) {
    for (int run = 0; run < runs; run++) {
      Choices choices = Choices.seeded(seed + run);
      Throwable failure = run(law, choices);
      if (failure != null) {
        throw report(law, smallest(law, choices.drawn()), seed + run);
      }
    }
  }

  private static AssertionError report(Law law, List<Integer> choices, long seed) {
    Choices again = Choices.played(choices);
    Throwable failure = run(law, again);
    StringBuilder text = new StringBuilder("Fails with seed ").append(seed);
    text.append(", shrunken to the choices ").append(choices);
    again.notes().forEach(note -> text.append("\n  ").append(note));
    return new AssertionError(text.append("\n").append(failure).toString(), failure);
  }

  /** Looks for fewer and smaller choices that fail too. */
  private static List<Integer> smallest(Law law, List<Integer> found) {
    List<Integer> best = found;
    int attempts = 0;
    boolean better = true;
    while (better && attempts < MOST_ATTEMPTS) {
      better = false;
      for (List<Integer> candidate : candidates(best)) {
        if (attempts++ >= MOST_ATTEMPTS) {
          break;
        }
        if (run(law, Choices.played(candidate)) != null) {
          best = candidate;
          better = true;
          break;
        }
      }
    }
    return best;
  }

  private static List<List<Integer>> candidates(List<Integer> numbers) {
    List<List<Integer>> candidates = new ArrayList<>();
    for (int length = numbers.size(); length > 0; length /= 2) {
      for (int from = 0; from + length <= numbers.size(); from += length) {
        List<Integer> fewer = new ArrayList<>(numbers.subList(0, from));
        fewer.addAll(numbers.subList(from + length, numbers.size()));
        candidates.add(fewer);
      }
    }
    for (int i = 0; i < numbers.size(); i++) {
      int number = numbers.get(i);
      for (int less : new int[] {0, number / 2, number - 1}) {
        if (less >= 0 && less < number) {
          List<Integer> smaller = new ArrayList<>(numbers);
          smaller.set(i, less);
          candidates.add(smaller);
        }
      }
    }
    return candidates;
  }

  private static Throwable run(Law law, Choices choices) {
    try {
      law.check(choices);
      return null;
    } catch (Exception | AssertionError | StackOverflowError failure) {
      return failure;
    }
  }
}
