package org.fxd.graph.core.index;

/** Where in a unit something may be, as bits. */
final class Scope {
  /** The unit's own node. */
  static final int OWN = 1;

  /** Any node of the unit. */
  static final int ANY = 2;

  /** Any node of the unit, if that does not stand below {@code code}. */
  static final int ELSEWHERE = 4;

  private Scope() {}
}
