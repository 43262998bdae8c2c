package org.fxd.store.v1.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.store.v1.map.Fields;
import org.fxd.store.v1.map.Kept;
import org.fxd.store.v1.map.NameText;
import org.fxd.store.v1.map.NodeReader;
import org.fxd.store.v1.map.ShortIds;
import org.fxd.store.v1.map.SnippetRow;

/** Makes the root of a project from the rows of one file. */
public final class TreeReader {
  private final Nodes nodes;
  private final List<Row> rows;
  private final Map<String, SnippetRow> snippets;
  private final Cancellation cancellation;
  private final Forest forest;
  private final NodeReader reader;
  private final FileText files;
  private final Map<String, NodeId> idsOfRows = new HashMap<>();
  private final NodeId[] ids;
  private final Name[] names;
  private final Node[] built;
  private final List<Entry> orphans = new ArrayList<>();

  private TreeReader(
      Nodes nodes, List<Row> rows, Map<String, SnippetRow> snippets, Cancellation cancellation) {
    this.nodes = nodes;
    this.rows = rows;
    this.snippets = snippets;
    this.cancellation = cancellation;
    this.forest = Forest.of(rows);
    this.reader = new NodeReader(nodes, id -> Optional.ofNullable(idsOfRows.get(id)));
    this.files = new FileText(nodes);
    this.ids = new NodeId[rows.size()];
    this.names = new Name[rows.size()];
    this.built = new Node[rows.size()];
  }

  /**
   * Makes the root.
   *
   * @param rows all nodes, in the order of the file
   * @param snippets the rows of the table of snippets, by the {@code identity} of their node's id
   * @param tables what else stands in the file, to be kept; may not exist
   */
  public static Node read(
      Nodes nodes,
      List<Row> rows,
      Map<String, SnippetRow> snippets,
      Node tables,
      Cancellation cancellation) {
    return new TreeReader(nodes, rows, snippets, cancellation).root(tables);
  }

  private Node root(Node tables) {
    giveIds(tables);
    int[] order = forest.order();
    int top = forest.root().orElse(-1);
    for (int i = order.length - 1; i >= 0; i--) {
      cancellation.check();
      if (order[i] != top) {
        build(order[i]);
      }
    }
    RootReader root = new RootReader(nodes, orphans);
    if (top >= 0) {
      root.fields(fields(top, Kind.ROOT));
      List<Entry> children = new ArrayList<>();
      forest.children(top).forEach(child -> children.add(entry(child)));
      root.children(children, rows.get(top).id());
    }
    forest.orphans().forEach(orphan -> orphans.add(orphan(orphan)));
    return root.build(tables);
  }

  /** No two nodes have one id, whatever the file says. */
  private void giveIds(Node tables) {
    Set<NodeId> used = new HashSet<>();
    for (Entry table : tables.entries()) {
      used.add(table.id());
      table.node().entries().forEach(entry -> used.add(entry.id()));
    }
    RootNames.FOLDERS.forEach(name -> used.add(RootNames.id(name.toString())));
    for (Role role : Role.values()) {
      used.add(RootReader.id(role));
    }
    for (int i = 0; i < ids.length; i++) {
      NodeId id = ShortIds.read(rows.get(i).id());
      for (int again = 0; !used.add(id); again++) {
        id = RootNames.id("v1/row/" + i + "/" + again);
      }
      ids[i] = id;
      names[i] = NameText.of(rows.get(i).key(), rows.get(i).id());
    }
    Set<Name> folders = new HashSet<>(RootNames.FOLDERS);
    if (forest.root().isPresent()) {
      for (int child : forest.children(forest.root().getAsInt())) {
        if (folders.remove(names[child])) {
          ids[child] = RootNames.id(names[child].toString());
        }
      }
    }
    for (int i = 0; i < ids.length; i++) {
      int row = i;
      rows.get(i).id().text().ifPresent(text -> idsOfRows.putIfAbsent(text, ids[row]));
    }
  }

  private Entry entry(int row) {
    return new Entry(ids[row], names[row], Place.NONE, built[row]);
  }

  private Entry orphan(int row) {
    Node node = built[row];
    if (!rows.get(row).parent().isNull()) {
      Value parent = rows.get(row).parent().whole();
      node = node.builder().metadata(Kept.PARENT, parent).build();
    }
    return new Entry(ids[row], names[row], Place.NONE, node);
  }

  private boolean isFolderOfRoot(int row) {
    return ids[row].equals(RootNames.id(names[row].toString()))
        && RootNames.FOLDERS.contains(names[row]);
  }

  private Fields fields(int row, Kind kind) {
    NodeReader.Read read = read(row);
    return withId(row, read.fields()).as(kind);
  }

  private NodeReader.Read read(int row) {
    Row known = rows.get(row);
    return reader.read(known.text(), Optional.ofNullable(snippets.get(known.id().identity())));
  }

  /** The row's id, unless it follows from the node's. */
  private Fields withId(int row, Fields fields) {
    boolean follows =
        rows.get(row).id().text().filter(id -> id.equals(ShortIds.of(ids[row]))).isPresent();
    return follows ? fields : fields.with(Kept.ID, rows.get(row).id().whole());
  }

  private void build(int row) {
    NodeReader.Read read = read(row);
    Fields fields = withId(row, read.fields());
    if (isFolderOfRoot(row)) {
      fields = fields.as(Kind.FOLDER);
    } else if (read.name().isPresent()) {
      names[row] = read.name().get();
    } else {
      Optional<Value> key = NameText.kept(rows.get(row).key(), names[row]);
      if (key.isPresent()) {
        fields = fields.with(Kept.KEY, key.get());
      }
    }
    List<Entry> entries = new ArrayList<>();
    forest.children(row).forEach(child -> entries.add(entry(child)));
    if (read.text() == NodeReader.OfEntries.RENDERED && !entries.isEmpty()) {
      fields = fields.with(Value.NONE);
    } else if (read.text() == NodeReader.OfEntries.OVERRULED) {
      entries.clear();
    }
    built[row] =
        fields.kind().equals(Kind.FILE) ? files.file(fields, entries) : node(fields, row, entries);
    forest.children(row).forEach(child -> built[child] = null);
  }

  private Node node(Fields fields, int row, List<Entry> entries) {
    NodeBuilder node = nodes.builder(fields.kind()).value(fields.value());
    fields.metadata().forEach(node::metadata);
    if (fields.kind().sortedByName()) {
      List<Entry> doubles = new ArrayList<>();
      node.appendAll(Numbered.unique(entries, doubles));
      doubles.forEach(entry -> orphans.add(Numbered.child(entry, rows.get(row).id())));
    } else {
      node.appendAll(entries);
    }
    return node.build();
  }
}
