package org.fxd.history.core;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;

/**
 * A commit and its ancestors: newest first, and a commit always before its parents, whatever the
 * clocks of those who made them said.
 *
 * <p>A commit is given out when all its children were. To know those without reading everything,
 * the walk explores ahead by generation: every child of a commit has a larger one, so once all
 * commits above a generation are explored, all children of its commits are known. A line of commits
 * is read one by one; side by side branches are read as far as their generations overlap.
 */
final class CommitLog implements Iterable<Commit> {
  private static final Comparator<StoredCommit> NEWEST =
      Comparator.<StoredCommit>comparingLong(stored -> stored.commit().committed().toEpochSecond())
          .thenComparingLong(StoredCommit::generation)
          .reversed()
          .thenComparing(stored -> stored.commit().id());

  private final Commits commits;
  private final Hash from;

  CommitLog(Commits commits, Hash from) {
    this.commits = commits;
    this.from = from;
  }

  @Override
  public Iterator<Commit> iterator() {
    return new Walk();
  }

  private final class Walk implements Iterator<Commit> {
    private final PriorityQueue<StoredCommit> ready = new PriorityQueue<>(NEWEST);
    private final PriorityQueue<StoredCommit> unexplored =
        new PriorityQueue<>(Comparator.comparingLong(StoredCommit::generation).reversed());

    /** Of each commit that was met: how many children are known that were not given out yet. */
    private final Map<Hash, Integer> children = new HashMap<>();

    Walk() {
      StoredCommit first = commits.get(from);
      ready.add(first);
      unexplored.add(first);
    }

    @Override
    public boolean hasNext() {
      return !ready.isEmpty();
    }

    @Override
    public Commit next() {
      if (ready.isEmpty()) {
        throw new NoSuchElementException();
      }
      StoredCommit stored = ready.remove();
      Map<Hash, StoredCommit> parents = commits.parents(stored);
      exploreAbove(
          parents.values().stream()
              .mapToLong(StoredCommit::generation)
              .min()
              .orElse(Long.MAX_VALUE));
      parents.forEach(
          (id, parent) -> {
            if (children.merge(id, -1, Integer::sum) == 0) {
              children.remove(id);
              ready.add(parent);
            }
          });
      return stored.commit();
    }

    private void exploreAbove(long generation) {
      while (!unexplored.isEmpty() && unexplored.peek().generation() > generation) {
        commits
            .parents(unexplored.remove())
            .forEach(
                (id, parent) -> {
                  if (children.merge(id, 1, Integer::sum) == 1) {
                    unexplored.add(parent);
                  }
                });
      }
    }
  }
}
