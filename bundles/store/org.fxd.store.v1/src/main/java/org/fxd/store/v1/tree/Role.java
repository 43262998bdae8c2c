package org.fxd.store.v1.tree;

import java.util.Locale;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.store.v1.map.Kept;

/** What a node is for that was made when a file was read, and is no node of the file. */
enum Role {
  /** Holds what has no place elsewhere; stands below the root. */
  HOLDER,
  /** Holds the nodes that hang nowhere; stands in the holder. */
  ORPHANS,
  /** Holds the rows of the other tables; stands in the holder. */
  TABLES;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Value value() {
    return Value.of(word());
  }

  boolean isOf(Node node) {
    return node.metadata(Kept.ROLE).equals(value());
  }
}
