package org.fxd.graph.core.cursor;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.json.JsonValues;

/**
 * The types of a node beside its kind, as its metadatum {@code type} has them: a text for one, a
 * JSON array of texts for several, sorted.
 *
 * @param all unmodifiable
 */
record Types(SortedSet<String> all) {
  /** The metadatum. */
  static final String KEY = "type";

  Types {
    all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
  }

  /** The types of a node. */
  static Types of(Node node) {
    return of(node.metadata(KEY));
  }

  /** The types that a metadatum tells. What is neither a text nor an array of texts tells none. */
  static Types of(Value value) {
    if (value instanceof Value.Text text) {
      return new Types(new TreeSet<>(Set.of(text.text())));
    }
    if (value instanceof Value.Json json) {
      java.util.NavigableSet<String> types = new TreeSet<>();
      JsonValues.elements(json.json())
          .ifPresent(all -> all.forEach(type -> type.asText().ifPresent(types::add)));
      return new Types(types);
    }
    return new Types(Collections.emptySortedSet());
  }

  /** These and one more. */
  Types with(String type) {
    SortedSet<String> more = new TreeSet<>(all);
    more.add(type);
    return new Types(more);
  }

  /** These without one. */
  Types without(String type) {
    SortedSet<String> fewer = new TreeSet<>(all);
    fewer.remove(type);
    return new Types(fewer);
  }

  /** The metadatum that tells them; {@link Value#NONE} for no types. */
  Value value() {
    return switch (all.size()) {
      case 0 -> Value.NONE;
      case 1 -> Value.of(all.first());
      default -> JsonValues.texts(all);
    };
  }
}
