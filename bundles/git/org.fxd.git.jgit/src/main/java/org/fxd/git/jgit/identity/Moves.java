package org.fxd.git.jgit.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.task.Cancellation;

/**
 * Finds out which of the files that are gone and those that have come are one file that moved:
 * first by equal content, then by alike content. Of several, one with the same name goes first.
 *
 * <p>The cost is bounded: only so many contents, of so many bytes, are compared with so many. What
 * is found follows from the two lists alone.
 */
public final class Moves {
  /** None of those that are gone. */
  public static final int NONE = -1;

  private static final long LARGEST = 1 << 20;
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_PAIRS = 20_000;

  private final List<? extends Side> gone;
  private final List<? extends Side> come;
  private final Cancellation cancellation;
  private final int[] from;
  private final BitSet followed = new BitSet();

  private record Candidate(int gone, int come, boolean sameName, int score) {}

  private Moves(List<? extends Side> gone, List<? extends Side> come, Cancellation cancellation) {
    this.gone = gone;
    this.come = come;
    this.cancellation = cancellation;
    this.from = new int[come.size()];
    Arrays.fill(from, NONE);
  }

  /**
   * Finds what moved.
   *
   * @param gone the files and links that are gone, by path
   * @param come the files and links that have come, by path
   * @return for each that has come, the number of the one that it was; or {@link #NONE}
   */
  public static int[] match(
      List<? extends Side> gone, List<? extends Side> come, Cancellation cancellation) {
    Moves moves = new Moves(gone, come, cancellation);
    if (!gone.isEmpty() && !come.isEmpty()) {
      moves.matchEqual();
      moves.matchAlike();
    }
    return moves.from;
  }

  private void follow(int before, int after) {
    from[after] = before;
    followed.set(before);
  }

  private void matchEqual() {
    Map<Object, Deque<Integer>> byContent = new HashMap<>();
    for (int i = 0; i < gone.size(); i++) {
      Optional<Object> content = gone.get(i).content();
      if (content.isPresent()) {
        byContent.computeIfAbsent(content.get(), k -> new ArrayDeque<>()).add(i);
      }
    }
    // In two rounds, so that no file takes the place of one that kept its name.
    for (boolean sameName : new boolean[] {true, false}) {
      for (int j = 0; j < come.size(); j++) {
        Optional<Object> content = come.get(j).content();
        if (from[j] == NONE && content.isPresent()) {
          matchEqual(byContent.getOrDefault(content.get(), new ArrayDeque<>()), j, sameName);
        }
      }
    }
  }

  private void matchEqual(Deque<Integer> equal, int after, boolean sameName) {
    Name name = come.get(after).name();
    for (Integer before : equal) {
      if (!sameName || gone.get(before).name().equals(name)) {
        equal.remove(before);
        follow(before, after);
        return;
      }
    }
  }

  private void matchAlike() {
    List<Integer> olds = new ArrayList<>();
    for (int i = 0; i < gone.size(); i++) {
      if (!followed.get(i) && isComparable(gone.get(i).size())) {
        olds.add(i);
      }
    }
    List<Integer> news = new ArrayList<>();
    for (int j = 0; j < come.size(); j++) {
      if (from[j] == NONE && isComparable(come.get(j).size())) {
        news.add(j);
      }
    }
    Map<Integer, Optional<Similarity>> oldIndexes = new HashMap<>();
    Map<Integer, Optional<Similarity>> newIndexes = new HashMap<>();
    long[] budget = {MOST_BYTES};
    List<Candidate> alike = new ArrayList<>();
    for (Candidate pair : pairs(olds, news)) {
      cancellation.check();
      Optional<Similarity> a =
          oldIndexes.computeIfAbsent(pair.gone(), i -> index(gone.get(i), budget));
      Optional<Similarity> b =
          newIndexes.computeIfAbsent(pair.come(), i -> index(come.get(i), budget));
      if (a.isPresent() && b.isPresent()) {
        int score = a.get().score(b.get());
        if (score >= Similarity.ENOUGH) {
          alike.add(new Candidate(pair.gone(), pair.come(), pair.sameName(), score));
        }
      }
    }
    choose(alike);
  }

  private static Optional<Similarity> index(Side side, long[] budget) {
    budget[0] -= side.size();
    return budget[0] < 0 ? Optional.empty() : Similarity.of(side.bytes());
  }

  private static boolean isComparable(long size) {
    return size > 0 && size <= LARGEST;
  }

  /** The pairs worth a comparison: those of one name first, and all others if they are not many. */
  private List<Candidate> pairs(List<Integer> olds, List<Integer> news) {
    Map<Name, List<Integer>> byName = new HashMap<>();
    for (int i : olds) {
      byName.computeIfAbsent(gone.get(i).name(), k -> new ArrayList<>()).add(i);
    }
    List<Candidate> pairs = new ArrayList<>();
    for (int j : news) {
      for (int i : byName.getOrDefault(come.get(j).name(), List.of())) {
        add(pairs, i, j, true);
      }
    }
    if ((long) olds.size() * news.size() <= MOST_PAIRS) {
      for (int j : news) {
        for (int i : olds) {
          if (!gone.get(i).name().equals(come.get(j).name())) {
            add(pairs, i, j, false);
          }
        }
      }
    }
    return pairs;
  }

  private void add(List<Candidate> pairs, int i, int j, boolean sameName) {
    long a = gone.get(i).size();
    long b = come.get(j).size();
    if (pairs.size() < MOST_PAIRS && Math.min(a, b) * 100 >= Math.max(a, b) * Similarity.ENOUGH) {
      pairs.add(new Candidate(i, j, sameName, 0));
    }
  }

  private void choose(List<Candidate> alike) {
    alike.sort(
        Comparator.comparing((Candidate pair) -> !pair.sameName())
            .thenComparing(Comparator.comparingInt(Candidate::score).reversed())
            .thenComparingInt(Candidate::come)
            .thenComparingInt(Candidate::gone));
    for (Candidate pair : alike) {
      if (!followed.get(pair.gone()) && from[pair.come()] == NONE) {
        follow(pair.gone(), pair.come());
      }
    }
  }
}
