package org.fxd.graph.core.cursor;

import java.util.Optional;

/** What cursors stand on: a tree that changes. */
interface Ground {
  /** The root, as the tree is now. */
  Spot root();

  /**
   * Where a node is now.
   *
   * @param way the node, and where it was seen last
   * @return empty if it is nowhere
   */
  Optional<Spot> find(Way way);
}
