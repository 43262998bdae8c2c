package org.fxd.history.core.part;

import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;

/**
 * Where an entry stands in a tree.
 *
 * @param parent the entry that it stands in; {@link Difference#ROOT} below the root
 * @param entry as the tree has it
 * @param seen its node with its inner nodes, if it was looked into
 */
record Standing(NodeId parent, Entry entry, Node seen) {}
