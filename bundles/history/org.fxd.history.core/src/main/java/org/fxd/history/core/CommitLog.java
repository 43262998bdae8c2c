package org.fxd.history.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;

/**
 * Some commits and their ancestors: newest first, and a commit always before its parents, whatever
 * the clocks of those who made them said.
 *
 * <p>A commit is given out when all its children were. To know those without reading everything,
 * the walk explores ahead by generation: every child of a commit has a larger one, so once all
 * commits above a generation are explored, all children of its commits are known. A line of commits
 * is read one by one; side by side branches are read as far as their generations overlap.
 */
public final class CommitLog implements Iterable<Commit> {
  private static final Comparator<StoredCommit> NEWEST =
      Comparator.<StoredCommit>comparingLong(stored -> stored.commit().committed().toEpochSecond())
          .thenComparingLong(StoredCommit::generation)
          .reversed()
          .thenComparing(stored -> stored.commit().id());

  /** Says which parents of a commit are followed. Asked once for each commit of a walk. */
  @FunctionalInterface
  public interface Following {
    /** Some of the commit's parents. */
    Collection<StoredCommit> parents(StoredCommit commit);
  }

  private final Commits commits;
  private final Collection<Hash> from;
  private final Collection<Hash> without;
  private final Following following;

  /** A commit and all its ancestors. */
  public CommitLog(Commits commits, Hash from) {
    this(commits, List.of(from), List.of(), commit -> commits.parents(commit).values());
  }

  /**
   * A part of the history.
   *
   * @param from the commits to begin with
   * @param without commits that are left out, with all their ancestors
   * @param following which parents are followed; where one leaves out all, it is asked of nothing
   */
  public CommitLog(
      Commits commits, Collection<Hash> from, Collection<Hash> without, Following following) {
    this.commits = commits;
    this.from = from;
    this.without = without;
    this.following = following;
  }

  @Override
  public Iterator<Commit> iterator() {
    return new Walk();
  }

  private final class Walk implements Iterator<Commit> {
    private final PriorityQueue<StoredCommit> ready = new PriorityQueue<>(NEWEST);
    private final Set<Hash> queued = new HashSet<>();
    private final PriorityQueue<StoredCommit> unexplored =
        new PriorityQueue<>(Comparator.comparingLong(StoredCommit::generation).reversed());
    private final Set<Hash> met = new HashSet<>();
    private final Set<Hash> leftOut = new HashSet<>();

    /** Of each commit that was met: how many children are known that were not given out yet. */
    private final Map<Hash, Integer> children = new HashMap<>();

    /** What is followed from commits that were explored and not given out yet. */
    private final Map<Hash, Collection<StoredCommit>> followed = new HashMap<>();

    private StoredCommit next;

    Walk() {
      commits
          .get(without)
          .values()
          .forEach(
              stored -> {
                leftOut.add(stored.commit().id());
                meet(stored);
              });
      commits
          .get(from)
          .values()
          .forEach(
              stored -> {
                meet(stored);
                enqueue(stored);
              });
    }

    private void meet(StoredCommit stored) {
      if (met.add(stored.commit().id())) {
        unexplored.add(stored);
      }
    }

    private void enqueue(StoredCommit stored) {
      if (queued.add(stored.commit().id())) {
        ready.add(stored);
      }
    }

    @Override
    public boolean hasNext() {
      while (next == null && !ready.isEmpty()) {
        StoredCommit first = ready.remove();
        Hash id = first.commit().id();
        queued.remove(id);
        exploreAbove(first.generation());
        // One to begin with may have a child that is to come first; that one brings it back.
        if (!leftOut.contains(id) && !children.containsKey(id)) {
          next = first;
        }
      }
      return next != null;
    }

    @Override
    public Commit next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      StoredCommit given = next;
      next = null;
      exploreAbove(given.generation() - 1);
      Collection<StoredCommit> parents = followed.remove(given.commit().id());
      exploreAbove(
          parents.stream().mapToLong(StoredCommit::generation).min().orElse(Long.MAX_VALUE));
      for (StoredCommit parent : parents) {
        Hash id = parent.commit().id();
        if (children.merge(id, -1, Integer::sum) == 0) {
          children.remove(id);
          enqueue(parent);
        }
      }
      return given.commit();
    }

    private void exploreAbove(long generation) {
      while (!unexplored.isEmpty() && unexplored.peek().generation() > generation) {
        explore(unexplored.remove());
      }
    }

    private void explore(StoredCommit stored) {
      boolean out = leftOut.contains(stored.commit().id());
      Collection<StoredCommit> parents =
          out ? commits.parents(stored).values() : following.parents(stored);
      for (StoredCommit parent : parents) {
        meet(parent);
        if (out) {
          leftOut.add(parent.commit().id());
        } else {
          children.merge(parent.commit().id(), 1, Integer::sum);
        }
      }
      if (!out) {
        followed.put(stored.commit().id(), parents);
      }
    }
  }
}
