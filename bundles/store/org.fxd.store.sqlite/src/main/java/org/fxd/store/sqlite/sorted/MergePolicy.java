package org.fxd.store.sqlite.sorted;

import java.util.List;
import java.util.Optional;

/**
 * Says which runs are made into one, so that there are few, and each entry is seldom written again.
 *
 * <p>Neighbours in age are merged if none of them is larger than the others together. So an entry
 * that is written again stands in a run at least twice as large afterwards, which cannot happen
 * often. Of those that may be merged, those are which write least for each run that is gone.
 */
public final class MergePolicy {
  /** The least number of runs that are merged. */
  private static final int FEWEST = 4;

  /** The most runs of a space that are left; if there are more, others have to be merged too. */
  private static final int MOST_RUNS = 12;

  /** No run is larger, whatever the file says. */
  private static final long LARGEST = Long.MAX_VALUE >> 8;

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
    Optional<Choice> even = cheapest(runs, FEWEST, 2 * MOST_RUNS, true);
    return even.isEmpty() && runs.size() > MOST_RUNS ? cheapest(runs, 2, FEWEST, false) : even;
  }

  /** All runs, for who wants one. */
  public static Choice all(List<Run> runs) {
    return choice(runs, 0, runs.size());
  }

  /**
   * Of the ways to merge some neighbours, the one that writes least for each run that is gone.
   *
   * @param even whether none of them may be larger than the others together
   */
  private static Optional<Choice> cheapest(List<Run> runs, int fewest, int most, boolean even) {
    Optional<Choice> best = Optional.empty();
    long least = Long.MAX_VALUE;
    for (int from = 0; from < runs.size(); from++) {
      long total = 0;
      long largest = 0;
      int bound = Math.min(runs.size(), from + most);
      for (int to = from + 1; to <= bound; to++) {
        long bytes = Math.min(runs.get(to - 1).bytes(), LARGEST);
        total += bytes;
        largest = Math.max(largest, bytes);
        int count = to - from;
        boolean may = count >= fewest && (!even || largest <= total - largest);
        if (may && total / (count - 1) < least) {
          least = total / (count - 1);
          best = Optional.of(choice(runs, from, to));
        }
      }
    }
    return best;
  }

  private static Choice choice(List<Run> runs, int from, int to) {
    return new Choice(List.copyOf(runs.subList(from, to)), to == runs.size());
  }
}
