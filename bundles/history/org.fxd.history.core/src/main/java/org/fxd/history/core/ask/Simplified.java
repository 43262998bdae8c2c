package org.fxd.history.core.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.history.core.CommitLog;
import org.fxd.history.core.StoredCommit;

/**
 * Follows what led to how something is: of a merge that took it as it is in one of its parents,
 * only that parent.
 */
final class Simplified implements CommitLog.Following {
  private final Sight sight;
  private final CommitLog.Following line;
  private final Cancellation cancellation;
  private final Set<Hash> touching = new HashSet<>();

  /**
   * Simplifies.
   *
   * @param line which parents are looked at
   */
  Simplified(Sight sight, CommitLog.Following line, Cancellation cancellation) {
    this.sight = sight;
    this.line = line;
    this.cancellation = cancellation;
  }

  @Override
  public Collection<StoredCommit> parents(StoredCommit stored) {
    cancellation.check();
    Collection<StoredCommit> parents = line.parents(stored);
    for (StoredCommit parent : parents) {
      if (sight.same(stored.commit(), parent.commit())) {
        return List.of(parent);
      }
    }
    boolean is = sight.isIn(stored.commit());
    List<StoredCommit> having = new ArrayList<>();
    for (StoredCommit parent : parents) {
      if (sight.isIn(parent.commit())) {
        having.add(parent);
      }
    }
    if (is || !having.isEmpty()) {
      touching.add(stored.commit().id());
    }
    return is && sight.endsWhereItCame() ? having : parents;
  }

  /** Whether a commit that was given out changed it. */
  boolean touches(Hash commit) {
    return touching.remove(commit);
  }
}
