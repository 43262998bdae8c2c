package org.fxd.graph.api.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What was probably meant by a word that is not known: for the hint of an error.
 *
 * <p>Distance is that of Damerau and Levenshtein, with adjacent transpositions only (optimal string
 * alignment), on lower-case text.
 */
public final class NearMisses {
  private NearMisses() {}

  /**
   * Those of some known words that a word comes close to, the nearest first.
   *
   * @param wanted what was given
   * @param known what there is; of very many, only some need be given
   * @param limit how many at most
   */
  public static List<String> of(String wanted, Collection<String> known, int limit) {
    int allowed = Math.max(1, wanted.length() / 3);
    return known.stream()
        .distinct()
        .filter(word -> Math.abs(word.length() - wanted.length()) <= allowed)
        .map(word -> new Near(word, distance(wanted, word)))
        .filter(near -> near.distance() <= allowed)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
        .limit(limit)
        .map(Near::word)
        .toList();
  }

  private record Near(String word, int distance) {}

  /** How many letters have to be put in, taken out, replaced or swapped to make one the other. */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] rows = new int[3][b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      rows[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = rows[i % 3];
      int[] above = rows[(i + 2) % 3];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        row[j] = Math.min(above[j - 1] + (same ? 0 : 1), 1 + Math.min(above[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], rows[(i + 1) % 3][j - 2] + 1);
        }
      }
    }
    return rows[a.length() % 3][b.length()];
  }
}
