package org.fxd.store.sqlite.sorted;

import java.util.Comparator;

/**
 * A run of entries in order, which stands in the file in blocks and never changes.
 *
 * @param id never used for another run
 * @param space what it is for
 * @param rank its age among the runs of the space: what is higher is newer and hides what is lower.
 *     A new run's rank is its id; a merged run takes the highest rank of those it replaces
 * @param entries how many entries it has, with removals
 * @param bytes the size of its blocks as they are in the file
 */
public record Run(long id, Space space, long rank, long entries, long bytes) {
  /** The newest first. */
  public static final Comparator<Run> NEWEST_FIRST =
      Comparator.comparingLong(Run::rank).thenComparingLong(Run::id).reversed();
}
