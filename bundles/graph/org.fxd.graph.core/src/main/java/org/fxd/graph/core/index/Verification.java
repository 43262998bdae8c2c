package org.fxd.graph.core.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.CompiledSelector;
import org.fxd.graph.core.select.Matching;

/** Looks at candidates, and tells those nodes that a selector finds. */
final class Verification {
  private final Places places;
  private final CompiledSelector selector;
  private final Matching matching;
  private final Projectors projectors;
  private final Hints hints;
  private final Cancellation cancellation;

  Verification(
      Node root,
      CompiledSelector selector,
      Projectors projectors,
      Hints hints,
      Cancellation cancellation) {
    this.places = new Places(root);
    this.selector = selector;
    this.matching = new Matching(selector, projectors, cancellation);
    this.projectors = projectors;
    this.hints = hints;
    this.cancellation = cancellation;
  }

  /**
   * Tells what is found.
   *
   * @return false if the visitor stopped
   */
  boolean tell(List<Plan.Candidate> candidates, Predicate<Match> visitor) {
    for (Plan.Candidate candidate : candidates) {
      cancellation.check();
      Optional<Match> match = places.at(candidate.way());
      if (match.isPresent() && !tell(match.get(), candidate.whole(), visitor)) {
        return false;
      }
    }
    return true;
  }

  private boolean tell(Match match, boolean whole, Predicate<Match> visitor) {
    if (!NodeRows.isClosed(match.node().kind()) || !whole) {
      return test(match, visitor);
    }
    if (!selector.reachesInside() && projectors.of(match.node()).isPresent()) {
      return test(match, visitor);
    }
    Match seen = hints.expand(match, projectors, cancellation);
    return new TreeWalk(projectors, cancellation, inner -> test(inner, visitor)).from(seen);
  }

  private boolean test(Match match, Predicate<Match> visitor) {
    return !matching.matches(match) || visitor.test(match);
  }
}
