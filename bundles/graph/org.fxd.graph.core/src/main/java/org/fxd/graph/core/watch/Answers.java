package org.fxd.graph.core.watch;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.Attributes;
import org.fxd.graph.core.select.CompiledSelector;
import org.fxd.graph.core.select.Matching;
import org.fxd.graph.core.select.Seen;
import org.fxd.graph.core.select.Visible;

/** What a selector, and what it depends on, say about the nodes of one tree. For one thread. */
final class Answers {
  private final Dependence dependence;
  private final Matching matching;
  private final List<Matching> above;
  private final Attributes attributes;

  Answers(CompiledSelector selector, Dependence dependence, Projectors projectors) {
    this.dependence = dependence;
    this.matching = matching(selector, projectors);
    this.above =
        dependence.above().stream()
            .map(list -> matching(CompiledSelector.of(list, projectors), projectors))
            .toList();
    this.attributes = new Attributes(new Seen(projectors, Cancellation.none()));
  }

  private static Matching matching(CompiledSelector selector, Projectors projectors) {
    return new Matching(selector, projectors, Cancellation.none());
  }

  /** Whether the selector finds a node. */
  boolean finds(Match match) {
    return isSeen(match) && matching.matches(match);
  }

  /** Whether selectors see a node, and all above it. */
  static boolean isSeen(Match match) {
    for (Optional<Match> at = Optional.of(match); at.isPresent(); at = at.get().parent()) {
      if (!Visible.is(at.get().entry())) {
        return false;
      }
    }
    return true;
  }

  /** What a node says about those below it. Where that is equal, answers about those are. */
  Object downwards(Match match) {
    return List.of(
        found(match),
        dependence.names() ? match.name() : "",
        dependence.ordinals() ? match.ordinal() : "",
        dependence.language() ? language(match) : "",
        dependence.names() || dependence.language() ? match.node().kind() : "");
  }

  private Object language(Match match) {
    return match.node().kind().equals(Kind.FILE)
        ? attributes.of(match, "lang").map(Object::toString).orElse("")
        : "";
  }

  private BitSet found(Match match) {
    BitSet found = new BitSet();
    for (int i = 0; i < above.size(); i++) {
      found.set(i, above.get(i).matches(match));
    }
    return found;
  }

  /** What all nodes above a node say about it. */
  Object fromAbove(Match match) {
    BitSet all = new BitSet();
    for (Optional<Match> at = match.parent(); at.isPresent(); at = at.get().parent()) {
      all.or(found(at.get()));
    }
    // Right above counts by itself, since some combinators ask for that one.
    return List.of(all, match.parent().map(this::found).orElseGet(BitSet::new));
  }
}
