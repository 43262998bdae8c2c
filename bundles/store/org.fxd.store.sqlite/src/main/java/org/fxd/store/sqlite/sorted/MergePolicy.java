package org.fxd.store.sqlite.sorted;

import java.util.List;
import java.util.Optional;

/**
 * Says which runs are made into one, so that there are few, and each entry is seldom written again:
 * runs of like size are merged, so an entry is written once for each size that its run has grown
 * to.
 */
public final class MergePolicy {
  /** How many runs of like size are merged, and how much larger those of the next size are. */
  private static final int FACTOR = 4;

  /** Runs below this size are alike. */
  private static final long SMALLEST = 64 << 10;

  /** The most runs of a space that are left. */
  private static final int MOST_RUNS = 12;

  private MergePolicy() {}

  /**
   * Runs that are to be made into one.
   *
   * @param runs the newest first, adjacent in age
   * @param withOldest whether the oldest run of the space is among them, so that removals have
   *     nothing left to hide
   */
  public record Choice(List<Run> runs, boolean withOldest) {
    /** The rank of the run that takes their place. */
    public long rank() {
      return runs.get(0).rank();
    }
  }

  /**
   * The runs to merge next.
   *
   * @param runs all runs of a space, the newest first
   * @return empty if there is nothing to do; otherwise asked again when that is done
   */
  public static Optional<Choice> next(List<Run> runs) {
    for (int size = 0; size <= sizeOfLargest(runs); size++) {
      int from = 0;
      for (int i = 0; i <= runs.size(); i++) {
        if (i == runs.size() || size(runs.get(i)) > size) {
          if (i - from >= FACTOR) {
            return Optional.of(choice(runs, from, i));
          }
          from = i + 1;
        }
      }
    }
    return runs.size() > MOST_RUNS ? Optional.of(cheapest(runs)) : Optional.empty();
  }

  /** All runs, for who wants one. */
  public static Choice all(List<Run> runs) {
    return choice(runs, 0, runs.size());
  }

  /** Of the ways to merge {@link #FACTOR} neighbours, the one that writes least. */
  private static Choice cheapest(List<Run> runs) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int from = 0; from + FACTOR <= runs.size(); from++) {
      long bytes = 0;
      for (Run run : runs.subList(from, from + FACTOR)) {
        bytes += Math.min(run.bytes(), Long.MAX_VALUE / (2 * FACTOR));
      }
      if (bytes < least) {
        least = bytes;
        best = from;
      }
    }
    return choice(runs, best, best + FACTOR);
  }

  private static Choice choice(List<Run> runs, int from, int to) {
    return new Choice(List.copyOf(runs.subList(from, to)), to == runs.size());
  }

  private static int sizeOfLargest(List<Run> runs) {
    return runs.stream().mapToInt(MergePolicy::size).max().orElse(0);
  }

  /** How often the smallest size has to be multiplied to be like that of a run. */
  private static int size(Run run) {
    int size = 0;
    for (long rest = run.bytes() / SMALLEST; rest > 0; rest /= FACTOR) {
      size++;
    }
    return size;
  }
}
