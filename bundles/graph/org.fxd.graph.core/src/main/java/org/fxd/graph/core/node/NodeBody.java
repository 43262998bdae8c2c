package org.fxd.graph.core.node;

import java.util.Collections;
import java.util.SortedMap;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.entries.EntryMap;

/**
 * All of a node but its hash.
 *
 * @param metadata not copied: it must not change afterwards, and cannot be changed through this
 */
record NodeBody(Kind kind, Value value, SortedMap<String, Value> metadata, EntryMap entries) {
  NodeBody {
    metadata =
        metadata.isEmpty()
            ? Collections.emptySortedMap()
            : Collections.unmodifiableSortedMap(metadata);
  }

  /** A node of a kind, with nothing in it. */
  static NodeBody empty(Kind kind) {
    return new NodeBody(
        kind, Value.NONE, Collections.emptySortedMap(), EntryMap.empty(kind.sortedByName()));
  }

  /** Whether kind, value and metadata are equal. */
  boolean sameSelf(NodeBody other) {
    return kind.equals(other.kind) && value.equals(other.value) && metadata.equals(other.metadata);
  }
}
