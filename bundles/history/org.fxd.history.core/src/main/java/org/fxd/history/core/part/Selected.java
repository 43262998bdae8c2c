package org.fxd.history.core.part;

import java.util.Set;
import org.fxd.graph.api.NodeId;

/**
 * The nodes that a selection means.
 *
 * @param nodes in either tree
 * @param files the files that some of them stand in, which have to be looked into
 */
record Selected(Set<NodeId> nodes, Set<NodeId> files) {
  Selected {
    nodes = Set.copyOf(nodes);
    files = Set.copyOf(files);
  }
}
