package org.fxd.history.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;

/**
 * The commits that only one of two sides leads to.
 *
 * <p>Commits are visited by generation, largest first, so each after all its descendants, and by
 * then it is known from which sides it is reached. The walk ends when all that is left to visit is
 * reached from both.
 */
final class Sides {
  private static final int FIRST = 1;
  private static final int SECOND = 2;
  private static final int BOTH = FIRST | SECOND;
  private static final int SAMPLE = 3;

  private final Commits commits;
  private final Map<Hash, Integer> reached = new HashMap<>();
  private final int[] open = new int[BOTH + 1];
  private final int[] found = new int[BOTH + 1];
  private final List<Commit> sample = new ArrayList<>();
  private final PriorityQueue<StoredCommit> next =
      new PriorityQueue<>(
          Comparator.comparingLong(StoredCommit::generation)
              .reversed()
              .thenComparing(stored -> stored.commit().id()));

  private Sides(Commits commits, Collection<Hash> first, Collection<Hash> second) {
    this.commits = commits;
    commits.get(first).values().forEach(commit -> reach(commit, FIRST));
    commits.get(second).values().forEach(commit -> reach(commit, SECOND));
  }

  /** What either side has alone. */
  static Sides of(Commits commits, Hash first, Hash second) {
    Sides sides = new Sides(commits, List.of(first), List.of(second));
    while (sides.open[FIRST] + sides.open[SECOND] > 0) {
      sides.step();
    }
    return sides;
  }

  /** What the first side has alone; of the second one, no more is read than that takes. */
  static Sides first(Commits commits, Collection<Hash> first, Collection<Hash> second) {
    Sides sides = new Sides(commits, first, second);
    while (sides.open[FIRST] > 0) {
      sides.step();
    }
    return sides;
  }

  private void step() {
    StoredCommit commit = next.remove();
    int from = reached.get(commit.commit().id());
    open[from]--;
    found[from]++;
    if (from == FIRST && sample.size() < SAMPLE) {
      sample.add(commit.commit());
    }
    commits.parents(commit).values().forEach(parent -> reach(parent, from));
  }

  private void reach(StoredCommit commit, int from) {
    Integer known = reached.get(commit.commit().id());
    int now = (known == null ? 0 : known) | from;
    reached.put(commit.commit().id(), now);
    if (known == null) {
      next.add(commit);
    } else {
      open[known]--;
    }
    open[now]++;
  }

  /** How many commits only the first side leads to. */
  int onlyFirst() {
    return found[FIRST];
  }

  /** How many commits only the second side leads to. */
  int onlySecond() {
    return found[SECOND];
  }

  /** Some of those that only the first side leads to, the newest before their parents. */
  List<Commit> sample() {
    return List.copyOf(sample);
  }
}
