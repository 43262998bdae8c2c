package org.fxd.graph.core.index;

import java.util.HashMap;
import java.util.Map;

/** Units by the upper halves of their ids, each with a {@link Scope}; up to so many. */
final class UnitSet {
  private final Map<Long, Integer> scopes = new HashMap<>();
  private final int most;

  UnitSet(int most) {
    this.most = most;
  }

  /** Adds one; returns whether there is room. */
  boolean add(long unit, int scope) {
    scopes.merge(unit, scope, (a, b) -> a | b);
    return scopes.size() <= most;
  }

  int most() {
    return most;
  }

  boolean isFull() {
    return scopes.size() > most;
  }

  boolean contains(long unit) {
    return scopes.containsKey(unit);
  }

  /** All of them. */
  Map<Long, Integer> scopes() {
    return scopes;
  }
}
