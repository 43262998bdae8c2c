package org.fxd.graph.api.watch;

import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Selector;

/** What is watched. */
public sealed interface WatchTarget {
  /**
   * One node: its being created, removed, moved, and any change of it or below it, each told as one
   * change of this node.
   */
  record OfNode(NodeId id) implements WatchTarget {}

  /** A node and all below it, each told by itself. */
  record OfSubtree(NodeId id) implements WatchTarget {}

  /** All nodes of the project, each told by itself. */
  record OfAll() implements WatchTarget {}

  /**
   * The nodes that a selector finds: one that is found now and was not is created, one that was and
   * is not is removed.
   */
  record OfSelector(Selector selector) implements WatchTarget {}
}
