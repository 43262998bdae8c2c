package org.fxd.store.v1.map;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;

/**
 * A node without its entries.
 *
 * @param metadata unmodifiable
 */
public record Fields(Kind kind, Value value, SortedMap<String, Value> metadata) {
  public Fields {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /** Those of a node. */
  public static Fields of(Node node) {
    return new Fields(node.kind(), node.value(), node.metadata());
  }

  /** The same of another kind. */
  public Fields as(Kind other) {
    return new Fields(other, value, metadata);
  }

  /** The same with another value. */
  public Fields with(Value other) {
    return new Fields(kind, other, metadata);
  }

  /** The same with one more metadatum. */
  public Fields with(String key, Value metadatum) {
    SortedMap<String, Value> more = new TreeMap<>(metadata);
    more.put(key, metadatum);
    return new Fields(kind, value, more);
  }
}
