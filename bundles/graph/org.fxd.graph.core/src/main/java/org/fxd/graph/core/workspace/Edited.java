package org.fxd.graph.core.workspace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;

/**
 * What a transaction wants.
 *
 * @param base the state it began with
 * @param changed the node of the state that this became
 * @param trees trees to be stored beside the root's
 * @param attached objects that are no nodes, by their hashes
 * @param streamed content that is in the batch already
 * @param collections how many collections there had been when it began
 */
record Edited(
    ProjectState base,
    Node changed,
    List<Node> trees,
    Map<Hash, byte[]> attached,
    Set<Hash> streamed,
    int collections) {}
