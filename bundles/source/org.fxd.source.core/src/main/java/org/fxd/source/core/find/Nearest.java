package org.fxd.source.core.find;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that come close to what a person wrote. */
final class Nearest {
  private static final int MAX_NAMES = 3;
  private static final int MAX_LENGTH = 120;

  private record Candidate(String name, int distance) {}

  private Nearest() {}

  /** The closest few of some names, the closest first; none if all are far. */
  static List<String> of(String wanted, Collection<String> names) {
    int limit = Math.max(2, wanted.length() / 3);
    return names.stream()
        .distinct()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
        .map(name -> new Candidate(name, distance(wanted, name)))
        .filter(candidate -> candidate.distance() <= limit)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MAX_NAMES)
        .map(Candidate::name)
        .toList();
  }

  /** How many letters must be put in, taken out, changed or swapped; case does not count. */
  static int distance(String left, String right) {
    String a = cut(left);
    String b = cut(right);
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }

  private static String cut(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.length() > MAX_LENGTH ? lower.substring(0, MAX_LENGTH) : lower;
  }
}
