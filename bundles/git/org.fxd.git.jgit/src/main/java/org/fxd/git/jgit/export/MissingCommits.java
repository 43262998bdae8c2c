package org.fxd.git.jgit.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;

/** The commits that a repository lacks, parents before children. */
final class MissingCommits {
  private record Step(Hash commit, Iterator<Hash> parents) {}

  private final History history;
  private final Predicate<Commit> isThere;
  private final Progress progress;
  private final Cancellation cancellation;
  private final List<Hash> missing = new ArrayList<>();
  private final Set<Hash> seen = new HashSet<>();

  /**
   * A search.
   *
   * @param isThere whether the repository has a commit, and so all that it follows
   */
  MissingCommits(
      History history, Predicate<Commit> isThere, Progress progress, Cancellation cancellation) {
    this.history = history;
    this.isThere = isThere;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** Those that the given ones lead to. */
  List<Hash> from(Collection<Hash> heads) {
    Deque<Step> open = new ArrayDeque<>();
    for (Hash head : heads) {
      push(open, head);
      while (!open.isEmpty()) {
        Step step = open.peek();
        if (step.parents().hasNext()) {
          push(open, step.parents().next());
        } else {
          missing.add(open.pop().commit());
        }
      }
    }
    return missing;
  }

  private void push(Deque<Step> open, Hash id) {
    if (seen.add(id)) {
      cancellation.check();
      progress.advance(1);
      Commit commit = history.commit(id);
      if (!isThere.test(commit)) {
        open.push(new Step(id, commit.parents().iterator()));
      }
    }
  }
}
