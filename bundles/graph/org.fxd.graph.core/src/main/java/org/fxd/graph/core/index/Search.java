package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;

/** Looks for an id, node by node. */
final class Search {
  private final NodeId id;
  private final List<Match> found = new ArrayList<>();
  private final TreeWalk walk;

  private Search(NodeId id, Projectors projectors) {
    this.id = id;
    this.walk = new TreeWalk(projectors, Cancellation.none(), this::goesOn);
  }

  private boolean goesOn(Match match) {
    return !match.id().equals(id) || !found.add(match);
  }

  /** Looks in a whole tree. */
  static Optional<Match> in(Node root, NodeId id, Projectors projectors) {
    Search search = new Search(id, projectors);
    search.walk.below(root);
    return search.found.stream().findFirst();
  }

  /** Looks at a node and below it; the node is seen as it is to be. */
  static Optional<Match> from(Match top, NodeId id, Projectors projectors) {
    Search search = new Search(id, projectors);
    search.walk.from(top);
    return search.found.stream().findFirst();
  }
}
