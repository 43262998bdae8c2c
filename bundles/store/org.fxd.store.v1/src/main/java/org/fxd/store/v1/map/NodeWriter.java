package org.fxd.store.v1.map;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.fxd.store.v1.json.JsonString;

/** Nodes as rows of one file. */
public final class NodeWriter {
  /**
   * What is to be said of a node besides its fields.
   *
   * @param name its name, if the row has another key
   * @param added metadata that are not the node's, but help the original; those that the node has
   *     itself win
   * @param rendered the text of its entries, to stand as its value
   */
  public record Beside(Optional<Name> name, Map<String, Value> added, Optional<String> rendered) {
    /** Nothing. */
    public static final Beside NOTHING = new Beside(Optional.empty(), Map.of(), Optional.empty());
  }

  /** Types that say something of the row itself. */
  private static final Set<String> RESERVED = Set.of(RowText.RAW, RowText.SNIPPET, RowText.NODE);

  private final Nodes nodes;
  private final ValueWriter values;

  /**
   * Writes the rows of one file.
   *
   * @param rows gives the id of the row of a node
   */
  public NodeWriter(Nodes nodes, Function<NodeId, Optional<String>> rows) {
    this.nodes = nodes;
    this.values = new ValueWriter(nodes, rows);
  }

  /**
   * A row made of what a node is now.
   *
   * @param marked whether it says more than metadata do
   */
  private record Anew(RowText row, boolean marked) {}

  /** Writes a node: as it was read, if it is what was read, else anew. */
  public RowText write(Fields fields, Beside beside) {
    SortedMap<String, Value> own = Kept.without(fields.metadata());
    Optional<SortedSet<String>> words = TypeWords.of(own.getOrDefault(TypeWords.KEY, Value.NONE));
    if (words.isPresent()) {
      own.remove(TypeWords.KEY);
    }
    SortedSet<String> types = words.orElseGet(TreeSet::new);
    if (fields.metadata().getOrDefault(Kept.TYPE, Value.NONE).equals(Value.of(RowText.NODE))) {
      RowText read = asRead(anew(fields, beside, own, types, true), fields);
      if (read.typeText().equals(RowText.NODE)) {
        return read;
      }
    }
    boolean mayBeNode = fields.kind().equals(Kind.DATA) && types.isEmpty();
    return asRead(anew(fields, beside, own, types, mayBeNode), fields);
  }

  private Anew anew(
      Fields fields,
      Beside beside,
      Map<String, Value> own,
      SortedSet<String> types,
      boolean mayBeNode) {
    ValueWriter.Written value = value(fields, beside, mayBeNode);
    Mark mark = mark(fields, beside, own, value);
    Cell proto = Cell.of(TypeWords.proto(types));
    String type = fields.kind().name();
    if (fields.kind().equals(Kind.DATA)) {
      boolean isNode = mayBeNode && fields.value() instanceof Value.Reference;
      type = isNode && mark.value().isEmpty() ? RowText.NODE : RowText.RAW;
      if (types.size() == 1 && !RESERVED.contains(types.first())) {
        // One type of data is its type in version 1 too; several are prototypes.
        type = types.first();
        proto = Cell.of(RowText.NO_PROTO);
      }
    }
    RowText row = new RowText(Cell.of(type), value.json(), proto, MetaMembers.write(own, mark));
    return new Anew(row, !mark.isEmpty());
  }

  private ValueWriter.Written value(Fields fields, Beside beside, boolean mayBeNode) {
    if (beside.rendered().isPresent()) {
      return ValueWriter.Written.plainly(JsonString.of(beside.rendered().get()));
    }
    Optional<ValueForm> form = ValueForm.of(fields.metadata().getOrDefault(Kept.VALUE, Value.NONE));
    return values.write(fields.value(), form, mayBeNode);
  }

  private static Mark mark(
      Fields fields, Beside beside, Map<String, Value> own, ValueWriter.Written value) {
    Mark mark = Mark.NONE;
    if (!fields.kind().equals(Kind.SNIPPET) && !fields.kind().equals(Kind.DATA)) {
      mark = mark.withKind(fields.kind());
    }
    if (beside.name().isPresent()) {
      mark = mark.withName(beside.name().get());
    }
    if (beside.rendered().isPresent()) {
      mark = mark.withRendered(Checksum.of(beside.rendered().get()));
    }
    if (value.form().isPresent()) {
      mark = mark.withValue(value.form().get());
    }
    SortedMap<String, Value> added = new TreeMap<>(beside.added());
    added.keySet().removeAll(own.keySet());
    return added.isEmpty() ? mark : mark.withAdded(added);
  }

  /** The row's own words, if they still say what the node is. */
  private RowText asRead(Anew written, Fields fields) {
    RowText anew = written.row();
    Map<String, Value> metadata = fields.metadata();
    boolean kept =
        metadata.containsKey(Kept.TYPE)
            || metadata.containsKey(Kept.PROTO)
            || metadata.containsKey(Kept.META);
    if (!kept || written.marked()) {
      return anew;
    }
    RowText read =
        new RowText(
            kept(metadata, Kept.TYPE, anew.type()),
            anew.value(),
            kept(metadata, Kept.PROTO, anew.proto()),
            kept(metadata, Kept.META, anew.meta()));
    return new NodeReader(nodes, row -> Optional.empty()).says(read, fields) ? read : anew;
  }

  private static Cell kept(Map<String, Value> metadata, String key, Cell otherwise) {
    return Optional.ofNullable(metadata.get(key)).flatMap(Cell::ofWhole).orElse(otherwise);
  }
}
