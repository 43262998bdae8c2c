package org.fxd.history.core;

import java.util.HashSet;
import java.util.LinkedHashSet;
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

  /** Their ids; reads all of them, a generation at a time. */
  Set<Hash> ids() {
    Set<Hash> seen = new HashSet<>();
    Set<Hash> next = new LinkedHashSet<>();
    for (String ref : state.refs("").keySet()) {
      state.resolve(ref).ifPresent(next::add);
    }
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
