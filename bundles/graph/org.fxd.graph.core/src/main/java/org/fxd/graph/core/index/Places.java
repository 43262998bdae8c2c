package org.fxd.graph.core.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;

/** Goes along ways in a tree; each node on the way is looked up once. Nothing is projected. */
final class Places {
  private final Node root;
  private final Map<NodeId, Optional<Match>> known = new HashMap<>();

  Places(Node root) {
    this.root = root;
  }

  /** The node at the end of a way; empty if the tree has no such way. */
  Optional<Match> at(Way way) {
    Optional<Match> at = Optional.empty();
    for (int i = 0; i < way.steps().size(); i++) {
      Standing step = way.steps().get(i);
      Optional<Match> above = at;
      boolean last = i == way.steps().size() - 1;
      at = last ? step(above, step) : known.computeIfAbsent(step.id(), id -> step(above, step));
      if (at.isEmpty()) {
        return at;
      }
    }
    return at;
  }

  private Optional<Match> step(Optional<Match> above, Standing step) {
    return above.isPresent()
        ? step.entry(above.get().node()).map(above.get()::child)
        : step.entry(root).map(entry -> Match.below(root, entry));
  }
}
