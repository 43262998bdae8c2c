package org.fxd.merge.core;

import org.fxd.graph.api.Value;
import org.fxd.merge.api.Conflict.Sort;

/**
 * What is undecided about one field of a node.
 *
 * @param field which
 * @param terms what the sides say
 * @param shown what the tree shows instead
 */
record Undecided(Field field, Terms terms, Value shown) {
  /** Whether it shows its sides as text between marker lines. */
  boolean isText() {
    return field.sort() == Sort.VALUE && MarkerLines.left(shown, shown, terms);
  }

  /** Whether a tree that says this of the field still shows what the merge put there. */
  boolean lives(Value now) {
    return switch (field.sort()) {
      case VALUE, METADATA -> now.equals(shown) || MarkerLines.left(shown, now, terms);
      case NAME, PARENT, PRESENCE, NODE -> now.equals(shown);
    };
  }
}
