package org.fxd.graph.core.owner;

/**
 * Which operations made a node and changed it last, by number.
 *
 * @param created from 1
 * @param modified not less
 */
record Mark(long created, long modified) {
  /** Of what the first operation made and no other changed. */
  static final Mark FIRST = at(1);

  /** Of what an operation makes. */
  static Mark at(long operation) {
    return new Mark(operation, operation);
  }

  /** After an operation has changed it. */
  Mark changed(long operation) {
    return new Mark(created, operation);
  }
}
