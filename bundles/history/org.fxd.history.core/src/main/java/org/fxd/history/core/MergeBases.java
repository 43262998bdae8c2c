package org.fxd.history.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;

/**
 * Finds the best common ancestors of two commits.
 *
 * <p>Commits are visited by generation, largest first, so each after all its descendants, and each
 * hands on to its parents from where it was reached. The first ones reached from both sides are the
 * best; what is behind those is common too, but no better. The walk ends when nothing else is left
 * to visit.
 */
final class MergeBases {
  private static final int ONE = 1;
  private static final int OTHER = 2;
  private static final int BOTH = ONE | OTHER;
  private static final int BEHIND = 4;

  private final Commits commits;
  private final Map<Hash, Integer> reached = new HashMap<>();
  private final PriorityQueue<StoredCommit> open =
      new PriorityQueue<>(Comparator.comparingLong(StoredCommit::generation).reversed());

  /** How many of the open ones may still lead to a base that is not known. */
  private int promising;

  private MergeBases(Commits commits) {
    this.commits = commits;
  }

  /** The best common ancestors, in the order of their ids. */
  static List<Commit> of(Commits commits, Hash one, Hash other) {
    return new MergeBases(commits).find(one, other);
  }

  private List<Commit> find(Hash one, Hash other) {
    reach(commits.get(one), ONE);
    reach(commits.get(other), OTHER);
    List<Commit> best = new ArrayList<>();
    while (promising > 0) {
      StoredCommit next = open.remove();
      int from = reached.get(next.commit().id());
      if ((from & BEHIND) == 0) {
        promising--;
        if (from == BOTH) {
          best.add(next.commit());
          from |= BEHIND;
        }
      }
      for (StoredCommit parent : commits.parents(next).values()) {
        reach(parent, from);
      }
    }
    best.sort(Comparator.comparing(Commit::id));
    return best;
  }

  private void reach(StoredCommit commit, int from) {
    Integer known = reached.get(commit.commit().id());
    int now = (known == null ? 0 : known) | from;
    reached.put(commit.commit().id(), now);
    boolean promised = known != null && (known & BEHIND) == 0;
    boolean promises = (now & BEHIND) == 0;
    if (known == null) {
      open.add(commit);
    }
    promising += (promises ? 1 : 0) - (promised ? 1 : 0);
  }
}
