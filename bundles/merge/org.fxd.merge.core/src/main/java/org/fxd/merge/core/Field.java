package org.fxd.merge.core;

import java.util.Locale;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.merge.api.Conflict.Sort;

/**
 * One of the things that can be said of a node.
 *
 * @param sort what
 * @param key of a metadatum; else empty
 */
record Field(Sort sort, String key) {
  private static final String SEPARATOR = ":";

  static final Field VALUE = new Field(Sort.VALUE, "");
  static final Field NAME = new Field(Sort.NAME, "");
  static final Field PARENT = new Field(Sort.PARENT, "");
  static final Field PRESENCE = new Field(Sort.PRESENCE, "");
  static final Field NODE = new Field(Sort.NODE, "");

  static Field metadata(String key) {
    return new Field(Sort.METADATA, key);
  }

  /** What a tree says, in which a node stands so. */
  Value of(NodeId parent, Entry entry) {
    return switch (sort) {
      case VALUE -> entry.node().value();
      case METADATA -> entry.node().metadata(key);
      case NAME -> Value.of(entry.name().toString());
      case PARENT -> new Value.Reference(parent);
      case PRESENCE, NODE -> Value.of(entry.node().hash());
    };
  }

  /** What a tree says in which the node may not stand at all. */
  Value in(Optional<Spot> spot) {
    return spot.map(at -> of(at.parent(), at.entry())).orElse(Value.NONE);
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    String word = sort.name().toLowerCase(Locale.ROOT);
    return key.isEmpty() ? word : word + SEPARATOR + key;
  }

  static Optional<Field> parse(String text) {
    int at = text.indexOf(SEPARATOR);
    String word = at < 0 ? text : text.substring(0, at);
    for (Sort sort : Sort.values()) {
      if (sort.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(new Field(sort, at < 0 ? "" : text.substring(at + 1)));
      }
    }
    return Optional.empty();
  }
}
