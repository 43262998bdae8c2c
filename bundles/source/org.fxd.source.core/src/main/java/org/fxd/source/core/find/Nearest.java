package org.fxd.source.core.find;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.fxd.graph.api.error.NearMisses;

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
    return NearMisses.distance(cut(left), cut(right));
  }

  private static String cut(String name) {
    return name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
  }
}
