package org.fxd.graph.core.select;

import java.util.List;

/**
 * Conditions that one node has to meet.
 *
 * @param all at least one
 */
public record Compound(List<Condition> all) {
  public Compound {
    all = List.copyOf(all);
  }
}
