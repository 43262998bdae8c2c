package org.fxd.graph.core.index;

import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;

/** Counts raw files, where there is no index that knows. */
final class RawFiles {
  private RawFiles() {}

  static long count(Node node) {
    long count = 0;
    for (Entry entry : node.entries()) {
      if (NodeRows.isRaw(entry)) {
        count++;
      } else if (NodeRows.isOpen(entry.node().kind())) {
        count += count(entry.node());
      }
    }
    return count;
  }
}
