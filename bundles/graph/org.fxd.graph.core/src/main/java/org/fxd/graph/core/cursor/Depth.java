package org.fxd.graph.core.cursor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Node;

/** Looks how deep a tree would become. */
final class Depth {
  /** So many nodes are looked at before a guess will do. */
  private static final int LOOKED_AT = 10_000;

  private Depth() {}

  /**
   * How deep the deepest part of a node would stand, as far as that was looked into.
   *
   * <p>To know it, all that is in the node would have to be read, which may be a whole project. So
   * where the node itself would stand in the upper half of what is allowed, only the first few
   * thousand nodes of it are looked at: trees of people are a few dozen deep.
   *
   * @param at how deep the node itself would stand
   */
  static int of(Node node, int at) {
    int looked = 0;
    int deepest = at;
    Deque<Iterator<Entry>> open = new ArrayDeque<>();
    open.push(node.entries().iterator());
    while (!open.isEmpty() && deepest <= Limits.DEPTH) {
      if (!open.element().hasNext()) {
        open.pop();
        continue;
      }
      Node next = open.element().next().node();
      deepest = Math.max(deepest, at + open.size());
      if (++looked > LOOKED_AT && at <= Limits.DEPTH / 2) {
        return deepest;
      }
      if (next.size() > 0) {
        open.push(next.entries().iterator());
      }
    }
    return deepest;
  }
}
