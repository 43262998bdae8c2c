package org.fxd.graph.core.change;

import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;

/**
 * An entry and the node that holds it.
 *
 * @param parent the id of the node that holds it; the root's own is {@link TreeDiff#ROOT}
 * @param entry the entry
 */
record Located(NodeId parent, Entry entry) {}
