package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.Followed.By;
import org.fxd.source.core.text.Piece;

/**
 * The third step: the most similar text is the same snippet, if it is similar enough.
 *
 * <p>Candidates come from an index of features, of which those that many pieces share are left out,
 * so the work grows with the text and not with the number of pairs.
 */
final class BySimilarity {
  /** Features that more pieces than this have say nothing about one of them. */
  private static final int MAX_SHARED = 40;

  /** So many old pieces are compared closely with each new one. */
  private static final int MAX_CANDIDATES = 6;

  /** With more features than this in all, the step is left out. */
  private static final long MAX_FEATURES = 6_000_000;

  private record Option(Piece before, Piece after, double score) {}

  private final Pairs pairs;
  private final Likeness likeness;
  private final Cancellation cancellation;

  BySimilarity(Pairs pairs, Likeness likeness, Cancellation cancellation) {
    this.pairs = pairs;
    this.likeness = likeness;
    this.cancellation = cancellation;
  }

  /**
   * Pairs free pieces.
   *
   * @param threshold how alike they must be, from 0 to 1
   */
  void match(List<Piece> before, List<Piece> after, double threshold) {
    if (before.isEmpty() || after.isEmpty() || count(before) + count(after) > MAX_FEATURES) {
      return;
    }
    Map<Integer, int[]> index = index(before);
    List<Option> options = new ArrayList<>();
    int[] shared = new int[before.size()];
    for (Piece piece : after) {
      cancellation.check();
      for (int candidate : candidates(index, piece, shared)) {
        Piece old = before.get(candidate);
        if (!old.type().equals(piece.type()) && !named(old, piece)) {
          continue;
        }
        double score = likeness.of(old, piece) + bonus(old, piece);
        if (score >= threshold) {
          options.add(new Option(old, piece, score));
        }
      }
    }
    // The sort is stable, so equals stay in the order of the text.
    options.sort(Comparator.comparingDouble(Option::score).reversed());
    for (Option option : options) {
      if (pairs.isFree(option.before()) && pairs.isFree(option.after())) {
        pairs.pair(option.before(), option.after(), By.SIMILARITY);
      }
    }
  }

  private double bonus(Piece before, Piece after) {
    double bonus = named(before, after) ? Thresholds.NAME_BONUS : 0;
    boolean sameParent =
        after.parent().flatMap(pairs::before).equals(before.parent())
            && before.parent().isPresent();
    return bonus + (sameParent ? Thresholds.PARENT_BONUS : 0);
  }

  private static boolean named(Piece before, Piece after) {
    return before.name().length() > 0 && before.name().equals(after.name());
  }

  private long count(List<Piece> pieces) {
    long total = 0;
    for (Piece piece : pieces) {
      total += Math.min(piece.length(), Likeness.SAMPLE);
    }
    return total;
  }

  /** From a feature to the positions of the pieces that have it; the last number counts them. */
  private Map<Integer, int[]> index(List<Piece> pieces) {
    Map<Integer, int[]> index = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      cancellation.check();
      for (int feature : likeness.features(pieces.get(i))) {
        int[] postings = index.computeIfAbsent(feature, f -> new int[3]);
        int count = postings[0];
        if (count <= MAX_SHARED) {
          if (count + 1 == postings.length) {
            postings = Arrays.copyOf(postings, 2 * postings.length);
            index.put(feature, postings);
          }
          postings[count + 1] = i;
          postings[0] = count + 1;
        }
      }
    }
    return index;
  }

  private int[] candidates(Map<Integer, int[]> index, Piece piece, int[] shared) {
    List<Integer> touched = new ArrayList<>();
    for (int feature : likeness.features(piece)) {
      int[] postings = index.get(feature);
      if (postings == null || postings[0] > MAX_SHARED) {
        continue;
      }
      for (int p = 1; p <= postings[0]; p++) {
        if (shared[postings[p]]++ == 0) {
          touched.add(postings[p]);
        }
      }
    }
    int[] best =
        touched.stream()
            .sorted(Comparator.<Integer>comparingInt(i -> -shared[i]).thenComparingInt(i -> i))
            .limit(MAX_CANDIDATES)
            .mapToInt(Integer::intValue)
            .toArray();
    touched.forEach(i -> shared[i] = 0);
    return best;
  }
}
