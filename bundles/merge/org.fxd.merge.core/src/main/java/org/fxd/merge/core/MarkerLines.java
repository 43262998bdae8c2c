package org.fxd.merge.core;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fxd.graph.api.Value;

/** The lines around what is in conflict in a text. */
final class MarkerLines {
  static final String OURS = "<<<<<<< ours";
  static final String BASE = "||||||| base";
  static final String MIDDLE = "=======";
  static final String THEIRS = ">>>>>>> theirs";

  private MarkerLines() {}

  /** The lines for several sides. */
  static String side(int number, int count) {
    return (number == 1 ? "<<<<<<<" : MIDDLE) + " side " + number + " of " + count;
  }

  static String base(int number, int count) {
    return "||||||| base " + number + " of " + count;
  }

  static String end(int count) {
    return ">>>>>>> " + count + " sides";
  }

  /**
   * Whether a text has a marker line left of those that were put into it. Lines that a side itself
   * had, as a text about merging may, do not count, and neither do the middle ones, which are
   * headings in other texts.
   */
  static boolean left(Value shown, Value now, Terms terms) {
    Optional<String> before = Texts.of(shown);
    Optional<String> after = Texts.of(now);
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    Set<String> lines = markers(before.get());
    for (Value term : Stream.concat(terms.adds().stream(), terms.removes().stream()).toList()) {
      Texts.of(term).ifPresent(text -> lines.removeAll(markers(text)));
    }
    return !lines.isEmpty() && after.get().lines().anyMatch(lines::contains);
  }

  private static Set<String> markers(String text) {
    return text.lines()
        .filter(line -> List.of('<', '|', '>').contains(line.isEmpty() ? ' ' : line.charAt(0)))
        .filter(line -> line.matches("(<{7}|\\|{7}|>{7}) .*"))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
