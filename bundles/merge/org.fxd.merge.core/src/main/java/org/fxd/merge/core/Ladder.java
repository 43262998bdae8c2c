package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Value;
import org.fxd.merge.api.TextMerge;

/** The rungs by which texts are merged, and what is shown if none of them can. */
final class Ladder {
  private final Lines lines = new Lines();
  private final Supplier<List<TextMerge>> rungs;

  /** A ladder with more rungs than lines; asked for them each time. */
  Ladder(Supplier<List<TextMerge>> rungs) {
    this.rungs = rungs;
  }

  /** The merged value, if some rung can tell it. */
  Optional<Value> merge(Terms terms, Kind kind, String language) {
    if (terms.adds().size() != 2) {
      return Optional.empty();
    }
    Optional<List<String>> adds = Texts.all(terms.adds());
    Optional<List<String>> removes = Texts.all(terms.removes());
    if (adds.isEmpty() || removes.isEmpty()) {
      return Optional.empty();
    }
    List<TextMerge> asked = new ArrayList<>(rungs.get());
    asked.add(lines);
    return asked.stream()
        .sorted(Comparator.comparingInt(TextMerge::rank))
        .filter(rung -> rung.takes(kind, language))
        .map(rung -> rung.merge(removes.get().get(0), adds.get().get(0), adds.get().get(1)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(text -> Texts.like(model(terms), text));
  }

  /** What a tree shows in place of values that contradict each other. */
  Value shown(Terms terms) {
    Optional<List<String>> adds = Texts.all(terms.adds());
    Optional<List<String>> removes = Texts.all(terms.removes());
    if (adds.isEmpty() || removes.isEmpty()) {
      return terms.value();
    }
    return Texts.like(
        model(terms),
        adds.get().size() == 2
            ? lines.marked(removes.get().get(0), adds.get().get(0), adds.get().get(1))
            : several(adds.get(), removes.get()));
  }

  /** The first value there is: what is made of several has its form. */
  private static Value model(Terms terms) {
    return terms.adds().stream()
        .filter(value -> !value.equals(Value.NONE))
        .findFirst()
        .orElse(Value.NONE);
  }

  private static String several(List<String> adds, List<String> removes) {
    String end = Lines.lineEnd(adds.get(0));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < adds.size(); i++) {
      Lines.marker(text, MarkerLines.side(i + 1, adds.size()), end);
      text.append(adds.get(i));
      if (i < removes.size()) {
        Lines.marker(text, MarkerLines.base(i + 1, removes.size()), end);
        text.append(removes.get(i));
      }
    }
    Lines.marker(text, MarkerLines.end(adds.size()), end);
    return text.toString();
  }
}
