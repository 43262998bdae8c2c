package org.fxd.graph.core.select;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;

/**
 * Walks down a tree, outer before inner, over what selectors see. Keeps its own stack, so that it
 * does not matter how deep a tree is.
 */
final class Descent {
  private record Level(Match at, Iterator<Entry> rest) {}

  private final Node root;
  private final Cancellation cancellation;
  private final Deque<Level> levels = new ArrayDeque<>();
  private Match last;

  /** Down from a root, or from a match in it if that is not null. */
  Descent(Node root, Match top, Cancellation cancellation) {
    this.root = root;
    this.cancellation = cancellation;
    levels.push(new Level(top, (top == null ? root : top.node()).entries().iterator()));
  }

  /** The next node; null if there are no more. Goes into the last one if it was to. */
  Match next() {
    if (last != null && last.node().size() > 0) {
      levels.push(new Level(last, last.node().entries().iterator()));
    }
    last = null;
    while (!levels.isEmpty()) {
      cancellation.check();
      Level level = levels.peek();
      if (!level.rest().hasNext()) {
        levels.pop();
        continue;
      }
      Entry entry = level.rest().next();
      if (Visible.is(entry)) {
        last = level.at() == null ? Match.below(root, entry) : level.at().child(entry);
        return last;
      }
    }
    return null;
  }

  /** How many levels below the top the last node stands, from 1. */
  int depth() {
    return levels.size();
  }

  /** Goes on with the last node seen in another way, such as its projection. */
  void see(Match seen) {
    last = seen;
  }

  /** Does not go into the last node. */
  void skip() {
    last = null;
  }
}
