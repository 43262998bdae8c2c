package org.fxd.store.v1.map;

import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.FxdException;
import org.fxd.store.v1.json.JsonString;

/** Values of FXD as {@code value_json}. What is written is always JSON, or nothing. */
final class ValueWriter {
  /** The member of a written node that says which one it is. */
  static final String NODE_ID = "__id";

  private static final long MAX_BLOB = 64L * 1024 * 1024;

  private final Nodes nodes;
  private final Function<NodeId, Optional<String>> rows;

  /**
   * What is written.
   *
   * @param json the document; NULL for no value
   * @param form what it stands for, if reading it again would not tell
   */
  record Written(Cell json, Optional<MarkedForm> form) {
    static Written plainly(String json) {
      return new Written(Cell.of(json), Optional.empty());
    }

    static Written as(MarkedForm form, String text) {
      return new Written(Cell.of(JsonString.of(text)), Optional.of(form));
    }
  }

  /**
   * Writes the values of one file.
   *
   * @param rows gives the id of the row of a node
   */
  ValueWriter(Nodes nodes, Function<NodeId, Optional<String>> rows) {
    this.nodes = nodes;
    this.rows = rows;
  }

  /**
   * Writes a value.
   *
   * @param mayBeNode whether a node of the file may stand there as the original writes one
   */
  Written write(Value value, Optional<ValueForm> form, boolean mayBeNode) {
    if (value instanceof Value.None) {
      return new Written(Cell.NULL, Optional.empty());
    }
    if (value instanceof Value.Text text) {
      return Written.plainly(text(text.text(), form));
    }
    if (value instanceof Value.OfBlob blob) {
      return blob(blob, form);
    }
    if (mayBeNode && value instanceof Value.Reference reference) {
      Optional<String> row = rows.apply(reference.id());
      if (row.isPresent()) {
        return Written.plainly(
            "{\"" + NODE_ID + "\":" + JsonString.of(row.get()) + ",\"__nodes\":{}}");
      }
    }
    return Scalars.write(value).map(Written::plainly).orElseGet(() -> marked(value));
  }

  private static Written marked(Value value) {
    MarkedForm.Marked marked = MarkedForm.of(value);
    return Written.as(marked.form(), marked.text());
  }

  private String text(String text, Optional<ValueForm> form) {
    if (form.filter(ValueForm.JSON::equals).isPresent()) {
      Optional<Value> scalar = Scalars.read(nodes, text);
      if (scalar.filter(ValueWriter::isNumberOrBool).isPresent()) {
        return text;
      }
    }
    return JsonString.of(text);
  }

  private static boolean isNumberOrBool(Value value) {
    return value instanceof Value.Number || value instanceof Value.Bool;
  }

  private static Written blob(Value.OfBlob value, Optional<ValueForm> form) {
    Blob blob = value.blob();
    if (blob.size() > MAX_BLOB) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "A value of "
              + blob.size()
              + " bytes has no room in a version 1 file, whose values have at most "
              + MAX_BLOB
              + ".",
          "Leave it out of the project, or keep the project in its own format.",
          null);
    }
    Optional<String> text = form.isEmpty() ? Optional.empty() : Cell.of(blob.bytes()).text();
    return text.map(
            known -> Written.plainly(form.get() == ValueForm.TEXT ? JsonString.of(known) : known))
        .orElseGet(() -> marked(value));
  }
}
