package org.fxd.graph.core.index;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.json.JsonValues;

/** The terms of nodes. A term may come more than once. */
final class NodeTerms {
  private final LongConsumer terms;

  NodeTerms(LongConsumer terms) {
    this.terms = terms;
  }

  void add(long term) {
    terms.accept(term);
  }

  /** What follows from kind and metadata. */
  void node(Kind kind, Map<String, Value> metadata) {
    add(Terms.type(kind.name()));
    metadata(metadata);
  }

  /** What follows from metadata. */
  void metadata(Map<String, Value> metadata) {
    metadata.forEach(
        (key, value) -> {
          if (!NodeRows.UNTOLD.contains(key)) {
            attribute(key, value);
            if (key.equals("type")) {
              words(value, word -> add(Terms.type(word)));
            } else if (key.equals("can")) {
              words(value, word -> add(Terms.can(word)));
            }
          }
        });
  }

  /** What a node inside a file gives. */
  void within(Name name, Kind kind, Map<String, Value> metadata) {
    node(kind, metadata);
    if (name.length() > 0) {
      add(Terms.equal("name", name.toString()));
    }
  }

  /** What follows from a node's own value. */
  void value(Value value) {
    if (!value.equals(Value.NONE)) {
      equal("value", value);
      if (value instanceof Value.Json json) {
        JsonValues.members(json.json()).forEach(this::attribute);
      }
    }
  }

  private void attribute(String key, Value value) {
    add(Terms.has(key));
    equal(key, value);
  }

  private void equal(String key, Value value) {
    add(Terms.equal(key, value.toString()));
  }

  private static void words(Value value, Consumer<String> word) {
    String text = value.toString();
    word.accept(text);
    if (value instanceof Value.Json json) {
      JsonValues.elements(json.json())
          .ifPresent(all -> all.forEach(element -> word.accept(element.toString())));
    }
    for (String part : text.split("\\s+", -1)) {
      word.accept(part);
    }
  }
}
