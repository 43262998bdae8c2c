package org.fxd.graph.core.upkeep;

import org.fxd.graph.api.Hash;
import org.fxd.store.api.ObjectType;

/**
 * An object to be walked to. Belongs to one walk.
 *
 * <p>{@code high} and {@code low} say what it is a version of. For the parts of a wide node that is
 * made of those of the node, which are handed down.
 */
final class Step {
  /** Null where the object itself has to say. */
  final ObjectType type;

  final Hash hash;
  final long high;
  final long low;

  /** A number for what it is called; 0 for nothing. */
  final int name;

  /** Whether it may be missing. */
  final boolean loose;

  /** Its content, if it was read ahead. */
  byte[] bytes;

  /** A step to what has no name. */
  Step(ObjectType type, Hash hash, long high, long low, boolean loose) {
    this(type, hash, high, low, 0, loose);
  }

  Step(ObjectType type, Hash hash, long high, long low, int name, boolean loose) {
    this.type = type;
    this.hash = hash;
    this.high = high;
    this.low = low;
    this.name = name;
    this.loose = loose;
  }
}
