package org.fxd.merge.core;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fxd.graph.api.Value;

/** The lines around what is in conflict in a text. */
final class MarkerLines {
  static final String OURS = "<<<<<<< ours";
  static final String BASE = "||||||| base";
  static final String MIDDLE = "=======";
  static final String THEIRS = ">>>>>>> theirs";

  private static final Pattern MARKER = Pattern.compile("(<{7}|\\|{7}|>{7}) .*");

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
    return Texts.of(now).filter(text -> anyOf(shown, terms, text)).isPresent();
  }

  /** The same of any text, as of a file around the one that was shown. */
  static boolean anyOf(Undecided undecided, String text) {
    return anyOf(undecided.shown(), undecided.terms(), text);
  }

  private static boolean anyOf(Value shown, Terms terms, String text) {
    Set<String> lines = Texts.of(shown).map(MarkerLines::markers).orElseGet(HashSet::new);
    for (Value term : Stream.concat(terms.adds().stream(), terms.removes().stream()).toList()) {
      Texts.of(term).ifPresent(side -> lines.removeAll(markers(side)));
    }
    return !lines.isEmpty() && text.lines().anyMatch(lines::contains);
  }

  /** How many marker lines a text has, whoever wrote them. */
  static int count(String text) {
    return (int) text.lines().filter(MarkerLines::isMarker).count();
  }

  private static Set<String> markers(String text) {
    return text.lines()
        .filter(MarkerLines::isMarker)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean isMarker(String line) {
    return !line.isEmpty() && "<|>".indexOf(line.charAt(0)) >= 0 && MARKER.matcher(line).matches();
  }
}
