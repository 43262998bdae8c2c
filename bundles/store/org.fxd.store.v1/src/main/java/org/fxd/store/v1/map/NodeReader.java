package org.fxd.store.v1.map;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;

/** Rows of one file as nodes. */
public final class NodeReader {
  /**
   * What a row says.
   *
   * @param fields the node
   * @param name its name, if it is not the row's
   * @param text what its value is to its entries
   */
  public record Read(Fields fields, Optional<Name> name, OfEntries text) {}

  /** What the value of a node is to its entries. */
  public enum OfEntries {
    /** Its own. */
    NOTHING,
    /** Their text, again. */
    RENDERED,
    /** It was their text, and someone has set another one. */
    OVERRULED
  }

  private final Nodes nodes;
  private final ValueReader values;

  /** Writes what was read, to see whether it would be the same row. */
  private final NodeWriter writer;

  /**
   * Reads the rows of one file.
   *
   * @param rows finds the node of a row by the row's id
   */
  public NodeReader(Nodes nodes, Function<String, Optional<NodeId>> rows) {
    this.nodes = nodes;
    this.values = new ValueReader(nodes, rows);
    this.writer = new NodeWriter(nodes, id -> Optional.empty());
  }

  /** Reads a row, and the one that the table of snippets has for it. */
  public Read read(RowText row, Optional<SnippetRow> found) {
    MetaMembers.Read meta = MetaMembers.read(nodes, row.meta());
    Mark mark = meta.mark();
    // What was written here is said by its node, whole.
    Optional<SnippetRow> snippet = found.filter(known -> mark.isEmpty());
    SortedMap<String, Value> metadata = new TreeMap<>(meta.metadata());
    if (metadata.isEmpty()) {
      snippet.ifPresent(known -> fill(metadata, known));
    }
    ValueReader.Read value = value(row, mark, snippet);
    Fields fields = fields(row, mark, value.value(), metadata);
    if (mark.isEmpty()) {
      fields = kept(row, fields);
    }
    if (value.form().isPresent()) {
      fields = fields.with(Kept.VALUE, value.form().get().value());
    }
    return new Read(fields, mark.name(), ofEntries(mark, value.value()));
  }

  private static OfEntries ofEntries(Mark mark, Value value) {
    if (mark.rendered().isEmpty()) {
      return OfEntries.NOTHING;
    }
    Optional<String> now = value.asText().map(Checksum::of);
    return mark.rendered().equals(now) ? OfEntries.RENDERED : OfEntries.OVERRULED;
  }

  private static void fill(SortedMap<String, Value> metadata, SnippetRow row) {
    row.id().text().ifPresent(id -> metadata.put("id", Value.of(id)));
    row.lang().text().ifPresent(lang -> metadata.put("lang", Value.of(lang)));
    row.file().text().ifPresent(file -> metadata.put("file", Value.of(file)));
    row.order().ifPresent(order -> metadata.put("order", Value.of(order)));
    row.version().ifPresent(version -> metadata.put("version", Value.of(version)));
  }

  private ValueReader.Read value(RowText row, Mark mark, Optional<SnippetRow> snippet) {
    String type = row.typeText();
    ValueReader.Read read = values.read(row.value(), type);
    if (mark.value().isPresent()) {
      try {
        Optional<String> text = read.value().asText();
        if (text.isPresent()) {
          return ValueReader.Read.plainly(mark.value().get().read(nodes, text.get()));
        }
      } catch (IllegalArgumentException changed) {
        // Someone set another value since: that is what it holds now.
        return read;
      }
    }
    if (row.value().isNull() && type.equals(RowText.SNIPPET)) {
      Optional<String> body = snippet.flatMap(SnippetRow::realBody);
      if (body.isPresent()) {
        return ValueReader.sized(body.get());
      }
    }
    return read;
  }

  private static Fields fields(
      RowText row, Mark mark, Value value, SortedMap<String, Value> metadata) {
    String type = row.typeText();
    SortedSet<String> types = new TreeSet<>(TypeWords.read(row.proto()));
    Kind kind = mark.kind().orElse(type.equals(RowText.SNIPPET) ? Kind.SNIPPET : Kind.DATA);
    boolean said =
        mark.kind().isPresent()
            || type.equals(RowText.RAW)
            || type.equals(RowText.SNIPPET)
            || type.equals(RowText.NODE) && value instanceof Value.Reference;
    if (!said) {
      types.add(type);
    }
    Value words = TypeWords.value(types);
    if (!words.equals(Value.NONE)) {
      metadata.put(TypeWords.KEY, words);
    }
    return new Fields(kind, value, metadata);
  }

  /** Keeps what of a row would not be written again. */
  private Fields kept(RowText row, Fields fields) {
    RowText again = writer.write(fields, NodeWriter.Beside.NOTHING);
    Fields kept = fields;
    if (!again.typeText().equals(row.typeText())) {
      kept = kept.with(Kept.TYPE, Cell.of(row.typeText()).whole());
    }
    if (!again.proto().identity().equals(row.proto().identity())) {
      kept = kept.with(Kept.PROTO, row.proto().whole());
    }
    if (!again.meta().identity().equals(row.meta().identity())) {
      kept = kept.with(Kept.META, row.meta().whole());
    }
    return kept;
  }

  /** Whether a row says of a node what its fields say, whatever its value is. */
  boolean says(RowText row, Fields fields) {
    MetaMembers.Read meta = MetaMembers.read(nodes, row.meta());
    if (!meta.mark().isEmpty()) {
      return false;
    }
    Fields said = fields(row, Mark.NONE, fields.value(), new TreeMap<>(meta.metadata()));
    return said.kind().equals(fields.kind())
        && said.metadata().equals(Kept.without(fields.metadata()));
  }
}
