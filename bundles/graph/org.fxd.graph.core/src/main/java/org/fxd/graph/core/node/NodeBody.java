package org.fxd.graph.core.node;

import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.entries.EntryMap;

/** All of a node but its hash. Immutable. */
interface NodeBody {
  /** The kind. */
  Kind kind();

  /** The value. */
  Value value();

  /** The metadata. */
  Metadata metadata();

  /** The entries. */
  EntryMap map();

  /** Whether kind, value and metadata are equal. */
  default boolean sameSelf(NodeBody other) {
    return kind().equals(other.kind())
        && value().equals(other.value())
        && metadata().equals(other.metadata());
  }
}
