package org.fxd.store.v1.map;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.store.v1.json.JsonCheck;
import org.fxd.store.v1.json.JsonParts;
import org.fxd.store.v1.json.JsonString;

/** Values of FXD from {@code value_json}. */
final class ValueReader {
  private final Nodes nodes;
  private final Function<String, Optional<NodeId>> rows;

  /** A value, and how it was written if that does not follow from it. */
  record Read(Value value, Optional<ValueForm> form) {
    static Read plainly(Value value) {
      return new Read(value, Optional.empty());
    }
  }

  /**
   * Reads the values of one file.
   *
   * @param rows finds the node of a row by the row's id
   */
  ValueReader(Nodes nodes, Function<String, Optional<NodeId>> rows) {
    this.nodes = nodes;
    this.rows = rows;
  }

  /** The value that a cell of a node of some type holds. */
  Read read(Cell cell, String type) {
    if (cell.isNull()) {
      return Read.plainly(Value.NONE);
    }
    if (cell.text().isEmpty()) {
      return Read.plainly(cell.whole());
    }
    String document = cell.shown().strip();
    Optional<String> text = JsonString.read(document);
    if (text.isPresent()) {
      return sized(Value.of(text.get()), text.get(), ValueForm.TEXT);
    }
    Optional<Value> scalar = Scalars.read(nodes, document);
    if (scalar.isPresent()) {
      return scalar(scalar.get(), document, type);
    }
    if (type.equals(RowText.NODE)) {
      Optional<Value> reference = reference(document);
      if (reference.isPresent()) {
        return Read.plainly(reference.get());
      }
    }
    return sized(new Value.Json(cell.shown()), cell.shown(), ValueForm.JSON);
  }

  /** A snippet is text, whatever it looks like: the original took "42" for a number. */
  private static Read scalar(Value scalar, String document, String type) {
    boolean looksLikeNoText = scalar instanceof Value.Number || scalar instanceof Value.Bool;
    return type.equals(RowText.SNIPPET) && looksLikeNoText
        ? new Read(Value.of(document), Optional.of(ValueForm.JSON))
        : Read.plainly(scalar);
  }

  /** Where a node was the value, all of that node was written; its id says which. */
  private Optional<Value> reference(String document) {
    if (!JsonCheck.isSound(document)) {
      return Optional.empty();
    }
    return JsonParts.members(document).stream()
        .flatMap(List::stream)
        .filter(member -> member.name().equals(ValueWriter.NODE_ID))
        .findFirst()
        .flatMap(member -> JsonString.read(member.value()))
        .flatMap(rows)
        .map(Value.Reference::new);
  }

  /** A text of any length. */
  static Read sized(String text) {
    return sized(Value.of(text), text, ValueForm.TEXT);
  }

  private static Read sized(Value value, String text, ValueForm form) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= Limits.VALUE
        ? Read.plainly(value)
        : new Read(Value.of(Blob.of(bytes)), Optional.of(form));
  }
}
