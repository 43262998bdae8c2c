package org.fxd.merge.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.merge.api.Choice;

/**
 * One place in a text where the sides contradict each other.
 *
 * @param shown the lines from the first marker to the last
 * @param chosen what each choice puts there instead
 */
record Hunk(String shown, Map<Choice, String> chosen) {
  Hunk {
    chosen = Map.copyOf(chosen);
  }

  int length() {
    return shown.length();
  }

  /** The hunks of the text that is shown for a conflict; none if it is no text. */
  static List<Hunk> all(Undecided undecided) {
    Terms terms = undecided.terms();
    Optional<List<String>> adds = Texts.all(terms.adds());
    Optional<List<String>> removes = Texts.all(terms.removes());
    Optional<String> shown = Texts.of(undecided.shown());
    if (adds.isEmpty() || removes.isEmpty() || shown.isEmpty()) {
      return List.of();
    }
    String ours = adds.get().get(0);
    String theirs = adds.get().get(adds.get().size() - 1);
    String base = removes.get().get(0);
    if (adds.get().size() == 2) {
      return new Lines().hunks(base, ours, theirs);
    }
    return List.of(
        new Hunk(shown.get(), Map.of(Choice.OURS, ours, Choice.THEIRS, theirs, Choice.BASE, base)));
  }
}
