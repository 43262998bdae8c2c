package org.fxd.graph.api.upkeep;

import java.time.Duration;

/**
 * How to collect a project.
 *
 * @param keep operations younger than this are kept, and so can be undone; the newest one always is
 * @param dryRun whether only to say what would be kept
 */
public record CollectOptions(Duration keep, boolean dryRun) {
  /** How long operations are kept if nobody says otherwise. */
  public static final Duration KEEP = Duration.ofDays(90);

  /** Operations are kept for {@link #KEEP}. */
  public static final CollectOptions DEFAULT = new CollectOptions(KEEP, false);

  /**
   * Options.
   *
   * @throws IllegalArgumentException if the age is negative
   */
  public CollectOptions {
    if (keep.isNegative()) {
      throw new IllegalArgumentException("Operations are kept for some time or none, not " + keep);
    }
  }

  /** The same with another age. */
  public CollectOptions keeping(Duration age) {
    return new CollectOptions(age, dryRun);
  }

  /** The same, but only to say what would be kept. */
  public CollectOptions trying() {
    return new CollectOptions(keep, true);
  }
}
