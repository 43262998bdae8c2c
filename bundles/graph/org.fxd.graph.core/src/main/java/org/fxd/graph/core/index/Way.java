package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.NodeId;

/**
 * From the root's child down to a unit.
 *
 * @param steps outermost first; the last is the unit
 */
record Way(List<Standing> steps) implements Comparable<Way> {
  Way {
    steps = List.copyOf(steps);
  }

  Way then(Standing next) {
    List<Standing> longer = new ArrayList<>(steps.size() + 1);
    longer.addAll(steps);
    longer.add(next);
    return new Way(longer);
  }

  Standing last() {
    return steps.get(steps.size() - 1);
  }

  NodeId id() {
    return last().id();
  }

  /** The order of the tree, outer before inner. */
  @Override
  public int compareTo(Way other) {
    int common = Math.min(steps.size(), other.steps.size());
    for (int i = 0; i < common; i++) {
      int order = steps.get(i).compareTo(other.steps.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(steps.size(), other.steps.size());
  }
}
