package org.fxd.store.v1.tree;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.fxd.graph.api.Value;
import org.fxd.store.v1.map.Cell;
import org.fxd.store.v1.map.Checksum;
import org.fxd.store.v1.map.NodeWriter;
import org.fxd.store.v1.map.RowText;
import org.fxd.store.v1.map.SnippetRow;

/** The rows of the table of snippets: one for every snippet with an id, as the original has it. */
final class SnippetWriter {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final RowSink sink;
  private final Set<String> ids = new HashSet<>();

  SnippetWriter(RowSink sink) {
    this.sink = sink;
  }

  /** The ids of the snippets so far. */
  Set<String> ids() {
    return ids;
  }

  /** Gives the row of a snippet. Of several with one id, the others go by that of their node. */
  void write(
      String row, Map<String, Value> own, String body, NodeWriter.Beside beside, RowText text) {
    Metadata metadata = key -> own.getOrDefault(key, beside.added().getOrDefault(key, Value.NONE));
    String id = metadata.text("id", "");
    if (id.isEmpty()) {
      return;
    }
    if (!ids.add(id)) {
      id = row;
      if (!ids.add(id)) {
        return;
      }
    }
    SnippetRow snippet =
        new SnippetRow(
            Cell.of(id),
            Cell.of(body),
            Cell.of(metadata.text("lang", "js")),
            Cell.of(metadata.text("file", null)),
            metadata.number("order", 0),
            metadata.number("version", 1));
    sink.snippet(row + "-row", row, snippet, Checksum.ofSnippet(body, text.meta().shown()));
  }

  private interface Metadata {
    Value get(String key);

    default String text(String key, String otherwise) {
      Value value = get(key);
      boolean fits = value instanceof Value.Text || value instanceof Value.Number;
      return fits && !value.toString().isEmpty() ? value.toString() : otherwise;
    }

    default OptionalLong number(String key, long otherwise) {
      return OptionalLong.of(
          get(key)
              .asNumber()
              .filter(number -> number.abs().compareTo(MOST) <= 0)
              .map(BigDecimal::longValue)
              .orElse(otherwise));
    }
  }
}
