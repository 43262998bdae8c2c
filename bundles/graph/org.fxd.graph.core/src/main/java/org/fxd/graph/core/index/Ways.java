package org.fxd.graph.core.index;

import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;

/** Goes down paths. */
final class Ways {
  private Ways() {}

  /** The node at a path; empty for the root itself. */
  static Optional<Match> find(Node root, NodePath path, Projectors projectors) {
    Cancellation none = Cancellation.none();
    Optional<Match> at = Optional.empty();
    for (NodePath.Step step : path.steps()) {
      Optional<Match> above = at;
      Optional<Entry> entry = entry(above.map(Match::node).orElse(root), step);
      at =
          entry
              .map(
                  found -> above.map(m -> m.child(found)).orElseGet(() -> Match.below(root, found)))
              .map(match -> projectors.expand(match, none));
      if (at.isEmpty()) {
        return at;
      }
    }
    return at;
  }

  /** The entry that a step leads to. */
  static Optional<Entry> entry(Node node, NodePath.Step step) {
    if (step.ordinal() == 1) {
      return node.entry(step.name());
    }
    if (!node.kind().sortedByName()) {
      int left = step.ordinal();
      for (Entry entry : node.entries()) {
        if (entry.name().equals(step.name()) && --left == 0) {
          return Optional.of(entry);
        }
      }
    }
    return Optional.empty();
  }
}
