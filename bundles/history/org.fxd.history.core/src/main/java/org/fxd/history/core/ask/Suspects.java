package org.fxd.history.core.ask;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ask.Bisect.Standing;
import org.fxd.history.core.CommitLog;
import org.fxd.history.core.Commits;

/** The commits that may have broken something: a bad one and its ancestors, without good ones. */
final class Suspects {
  private final Map<Hash, Commit> all = new HashMap<>();

  /** Each before its parents. */
  private final List<Commit> newestFirst = new ArrayList<>();

  private final Commit bad;

  Suspects(Commits commits, Hash bad, Collection<Hash> good) {
    this.bad = commits.get(bad).commit();
    CommitLog log =
        new CommitLog(commits, List.of(bad), good, stored -> commits.parents(stored).values());
    for (Commit commit : log) {
      all.put(commit.id(), commit);
      newestFirst.add(commit);
    }
  }

  /** Whether a commit is a good one, or an ancestor of one. */
  static boolean isGood(Commits commits, Hash commit, Collection<Hash> good) {
    return !new CommitLog(
            commits, List.of(commit), good, stored -> commits.parents(stored).values())
        .iterator()
        .hasNext();
  }

  /**
   * Where the search stands.
   *
   * @param skipped what cannot be tried
   */
  Standing standing(Collection<Hash> skipped) {
    Map<Hash, Integer> counts = counts();
    Set<Hash> out = new HashSet<>(skipped);
    out.add(bad.id());
    Optional<Commit> best = Optional.empty();
    int most = 0;
    for (Commit commit : newestFirst) {
      int count = counts.get(commit.id());
      int left = Math.min(count, all.size() - count);
      if (left > most && !out.contains(commit.id())) {
        most = left;
        best = Optional.of(commit);
      }
    }
    int steps = best.isEmpty() ? 0 : 31 - Integer.numberOfLeadingZeros(all.size());
    return new Standing(Optional.of(bad), best, all.size(), steps);
  }

  /**
   * Of each suspect, how many suspects it has among itself and its ancestors. Along a line that is
   * one more than of its parent; only for merges all are counted.
   */
  private Map<Hash, Integer> counts() {
    Map<Hash, Integer> counts = new HashMap<>();
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      Commit commit = newestFirst.get(i);
      List<Hash> parents = commit.parents().stream().distinct().filter(all::containsKey).toList();
      int count =
          parents.size() > 1
              ? countAll(commit)
              : 1 + (parents.isEmpty() ? 0 : counts.get(parents.get(0)));
      counts.put(commit.id(), count);
    }
    return counts;
  }

  private int countAll(Commit from) {
    Set<Hash> seen = new HashSet<>();
    Deque<Hash> open = new ArrayDeque<>(List.of(from.id()));
    while (!open.isEmpty()) {
      Hash id = open.pop();
      if (all.containsKey(id) && seen.add(id)) {
        all.get(id).parents().forEach(open::push);
      }
    }
    return seen.size();
  }
}
