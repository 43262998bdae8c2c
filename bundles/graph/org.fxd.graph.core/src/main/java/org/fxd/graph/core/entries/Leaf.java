package org.fxd.graph.core.entries;

import org.fxd.graph.api.Entry;

/**
 * An entry with its key.
 *
 * @param key the key
 * @param entry the entry
 */
public record Leaf(Key key, Entry entry) implements Item {
  /** An entry with the key that it has in a map of that sort. */
  public static Leaf of(boolean byName, Entry entry) {
    return new Leaf(Key.of(byName, entry), entry);
  }

  @Override
  public long count() {
    return 1;
  }
}
