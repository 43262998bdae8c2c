package org.fxd.graph.api.merge;

import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;

/**
 * An entry, and where it stands in a tree.
 *
 * @param parent the id of the node that holds it; {@link Contradiction#ROOT} for the root and for
 *     what stands in it directly
 * @param entry the entry; the root's has no name
 */
public record Standing(NodeId parent, Entry entry) {}
