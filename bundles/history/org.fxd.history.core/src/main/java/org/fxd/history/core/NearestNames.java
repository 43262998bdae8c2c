package org.fxd.history.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.fxd.graph.api.error.NearMisses;

/** Finds what someone may have meant: the names that a few keystrokes away from what was typed. */
final class NearestNames {
  private static final int AT_MOST = 3;
  private static final int LONGEST = 64;

  private record Candidate(String name, int distance) {}

  private NearestNames() {}

  /** The nearest names, best first; none if all are far away. */
  static List<String> to(String typed, Collection<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return List.of();
    }
    int tolerance = Math.max(1, wanted.length() / 3);
    return names.stream()
        .filter(name -> name.length() <= LONGEST)
        .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance() <= tolerance)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(AT_MOST)
        .map(Candidate::name)
        .toList();
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours; a longer name costs its rest 1.
   */
  private static int distance(String a, String b) {
    if (!a.isEmpty() && (b.startsWith(a) || b.endsWith("/" + a))) {
      return a.equals(b) ? 0 : 1;
    }
    return NearMisses.distance(a, b);
  }
}
