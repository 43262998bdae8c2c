package org.fxd.history.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.State;

/** The commits that the references of a state lead to. */
final class ReachableCommits {
  private final Commits commits;
  private final State state;

  ReachableCommits(Commits commits, State state) {
    this.commits = commits;
    this.state = state;
  }

  /** Those of some commits; reads no commits that are older than all of these. */
  Set<StoredCommit> among(Collection<StoredCommit> some) {
    Set<StoredCommit> found = new LinkedHashSet<>();
    long oldest = some.stream().mapToLong(StoredCommit::generation).min().orElse(Long.MAX_VALUE);
    Set<Hash> seen = new HashSet<>();
    Queue<StoredCommit> next =
        new PriorityQueue<>(Comparator.comparingLong(StoredCommit::generation).reversed());
    next.addAll(commits.get(tips()).values());
    while (!next.isEmpty() && next.peek().generation() >= oldest && found.size() < some.size()) {
      StoredCommit stored = next.remove();
      if (seen.add(stored.commit().id())) {
        if (some.contains(stored)) {
          found.add(stored);
        }
        next.addAll(commits.parents(stored).values());
      }
    }
    return found;
  }

  private Set<Hash> tips() {
    Set<Hash> tips = new LinkedHashSet<>();
    for (String ref : state.refs("").keySet()) {
      state.resolve(ref).ifPresent(tips::add);
    }
    return tips;
  }

  /** Their ids; reads all of them, a generation at a time. */
  Set<Hash> ids() {
    Set<Hash> seen = new HashSet<>();
    Set<Hash> next = tips();
    while (!next.isEmpty()) {
      Set<Hash> after = new LinkedHashSet<>();
      for (StoredCommit stored : commits.get(next).values()) {
        seen.add(stored.commit().id());
        after.addAll(stored.commit().parents());
      }
      after.removeAll(seen);
      next = after;
    }
    return seen;
  }
}
