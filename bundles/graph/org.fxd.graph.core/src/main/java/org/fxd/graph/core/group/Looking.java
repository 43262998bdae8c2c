package org.fxd.graph.core.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.node.TreeNode;
import org.fxd.graph.core.projection.Projectors;

/**
 * Looks spots up in a root, in order: what two in a row have in common on their ways is looked up
 * once.
 */
final class Looking {
  private final Node root;
  private final Projectors projectors;
  private List<Match> way = new ArrayList<>();

  Looking(Node root, Projectors projectors) {
    this.root = root;
    this.projectors = projectors;
  }

  /** The node at a spot; empty if it is not there. */
  Optional<Match> at(Spot spot) {
    List<Spot> steps = spot.way();
    int same = 0;
    while (same < way.size()
        && same < steps.size()
        && way.get(same).id().equals(steps.get(same).id())) {
      same++;
    }
    way = new ArrayList<>(way.subList(0, same));
    for (Spot step : steps.subList(same, steps.size())) {
      Optional<Match> above = way.isEmpty() ? Optional.empty() : Optional.of(way.get(same - 1));
      Node container = above.map(Match::node).orElse(root);
      Optional<Entry> entry = TreeNode.of(container).at(step.entry(container));
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      Match match =
          above
              .map(outer -> outer.child(entry.get()))
              .orElseGet(() -> Match.below(root, entry.get()));
      way.add(projectors.expand(match, Cancellation.none()));
      same++;
    }
    return Optional.of(way.get(way.size() - 1));
  }
}
