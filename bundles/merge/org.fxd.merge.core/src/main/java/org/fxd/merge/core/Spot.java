package org.fxd.merge.core;

import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.merge.Contradiction;

/**
 * Where a node stands in a root.
 *
 * @param way the ids from the root down to the node itself
 * @param path the names on that way
 * @param entry its entry
 */
record Spot(List<NodeId> way, List<Name> path, Entry entry) {
  NodeId parent() {
    return way.size() < 2 ? Contradiction.ROOT : way.get(way.size() - 2);
  }
}
