package org.fxd.merge.api;

import java.util.List;
import java.util.Optional;
import org.fxd.history.api.Commit;

/**
 * What came of a merge, a revert or a cherry-pick.
 *
 * @param outcome what was done
 * @param commit the commit that is checked out afterwards; for a preview the one it would move to,
 *     or empty if one would be made
 * @param conflicts what is to be resolved, in the order of paths
 */
public record MergeResult(Outcome outcome, Optional<Commit> commit, List<Conflict> conflicts) {
  public MergeResult {
    conflicts = List.copyOf(conflicts);
  }

  /** What was done. */
  public enum Outcome {
    /** Nothing: all of it was there. */
    UP_TO_DATE,
    /** The branch moved to the other commit. */
    FAST_FORWARD,
    /** A commit was made. */
    COMMITTED
  }
}
