package org.fxd.graph.core.node;

import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Value;

/**
 * Small things that come again and again in every node: kinds, keys of metadata, short values. Of
 * equal ones mostly one is kept. Bounded, and forgetful: two that fall into one slot take turns.
 *
 * <p>Shared by all threads without a lock: what stands in a slot is immutable, and whoever misses
 * another's write only keeps one more.
 */
final class Repeated {
  private static final int SLOTS = 1 << 10;
  private static final int LONGEST = 32;

  private static final Object[] KINDS = new Object[SLOTS];
  private static final Object[] KEYS = new Object[SLOTS];
  private static final Object[] VALUES = new Object[SLOTS];

  private Repeated() {}

  /** The kind of a name. */
  static Kind kind(String name) {
    int slot = slot(name);
    if (KINDS[slot] instanceof Kind known && known.name().equals(name)) {
      return known;
    }
    Kind kind = new Kind(name);
    KINDS[slot] = kind;
    return kind;
  }

  /** A key equal to one. */
  static String key(String key) {
    if (key.length() > LONGEST) {
      return key;
    }
    int slot = slot(key);
    if (KEYS[slot] instanceof String known && known.equals(key)) {
      return known;
    }
    KEYS[slot] = key;
    return key;
  }

  /** A value equal to one. */
  static Value value(Value value) {
    if (value.equals(Value.NONE)) {
      return Value.NONE;
    }
    boolean isSmall =
        value instanceof Value.Text text && text.text().length() <= LONGEST
            || value instanceof Value.Bool;
    if (!isSmall) {
      return value;
    }
    int slot = slot(value);
    if (VALUES[slot] instanceof Value known && known.equals(value)) {
      return known;
    }
    VALUES[slot] = value;
    return value;
  }

  private static int slot(Object thing) {
    int hash = thing.hashCode();
    return (hash ^ hash >>> 16) & SLOTS - 1;
  }
}
