package org.fxd.merge.core;

import java.util.List;
import org.fxd.graph.api.Node;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;

/**
 * What two commits came of. Where branches were merged crosswise there are several best ancestors:
 * those are merged first, conflicts and all, and the outcome is the base.
 */
record CommonBase(History history, TreeMerge merge) {
  Node of(Commit one, Commit other) {
    List<Commit> bases = history.mergeBases(one, other);
    if (bases.isEmpty()) {
      return merge.nothing();
    }
    Commit first = bases.get(0);
    Node base = history.root(first);
    for (Commit next : bases.subList(1, bases.size())) {
      base = merge.merge(of(first, next), base, history.root(next)).root();
    }
    return base;
  }
}
