package org.fxd.graph.core.index;

import java.util.List;

/**
 * One thing that all nodes that are looked for have in common.
 *
 * @param any each of them is in a unit of at least one of these
 * @param rank the lower, the fewer they are likely to be
 */
record Clause(List<Probe> any, int rank) {
  Clause {
    any = List.copyOf(any);
  }
}
