package org.fxd.graph.core.workspace;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;

/**
 * What a transaction wants.
 *
 * @param base the state it began with
 * @param changed the node of the state that this became
 * @param fields what is to be said of the operation
 * @param attached objects that are no nodes, by their hashes
 * @param streamed content that is in the batch already
 * @param collections how many collections there had been when it began
 */
record Edited(
    ProjectState base,
    Node changed,
    SortedMap<String, String> fields,
    Map<Hash, byte[]> attached,
    Set<Hash> streamed,
    int collections) {}
