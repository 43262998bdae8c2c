package org.fxd.store.v1.map;

import java.util.Optional;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.UsageException;
import org.fxd.store.v1.json.JsNumber;
import org.fxd.store.v1.json.JsonCheck;
import org.fxd.store.v1.json.JsonString;

/** Values that are neither array nor object, as JSON. */
final class Scalars {
  /** Longer numbers are beyond the graph's limits anyway. */
  private static final int LONGEST = 10_000;

  private Scalars() {}

  /** Reads a document that is no string; empty if it is none, or beyond the graph's limits. */
  static Optional<Value> read(Nodes nodes, String document) {
    if (document.isEmpty()
        || document.length() > LONGEST
        || "{[\"".indexOf(document.charAt(0)) >= 0
        || !JsonCheck.isSound(document)) {
      return Optional.empty();
    }
    try {
      return Optional.of(nodes.json(document));
    } catch (UsageException beyond) {
      // What a file holds is nobody's misuse: it is kept as it is.
      return Optional.empty();
    }
  }

  /** Writes a value that JSON has a word for; empty if it has none. */
  static Optional<String> write(Value value) {
    if (value instanceof Value.Text text) {
      return Optional.of(JsonString.of(text.text()));
    }
    if (value instanceof Value.Number number) {
      return Optional.of(JsNumber.text(number.number()));
    }
    if (value instanceof Value.Json json) {
      return Optional.of(json.json()).filter(JsonCheck::isSound);
    }
    return value instanceof Value.Bool || value instanceof Value.Null
        ? Optional.of(value.toString())
        : Optional.empty();
  }
}
