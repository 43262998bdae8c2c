package org.fxd.store.v1.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.v1.map.Cell;
import org.fxd.store.v1.map.RowText;
import org.fxd.store.v1.map.SnippetRow;
import org.fxd.store.v1.tree.Row;
import org.fxd.store.v1.tree.TableNodes;
import org.fxd.store.v1.tree.TreeReader;

/** Reads a whole file. For one thread. */
public final class FileReader {
  private static final List<String> NODE =
      List.of("id", "parent_id", "key_name", "node_type", "value_json");
  private static final List<String> NODE_EXTRA = List.of("prototypes_json", "meta_json");
  private static final List<String> SNIPPET =
      List.of("node_id", "snippet_id", "body", "lang", "file_path", "order_index", "version");

  /** Tables that are kept as they are, and their columns. */
  private static final Map<String, List<String>> KEPT = new LinkedHashMap<>();

  static {
    KEPT.put(TableNodes.METADATA, List.of("key", "value"));
    KEPT.put(
        TableNodes.VIEWS,
        List.of("id", "name", "anchor_node_id", "selectors_json", "render_options_json"));
    KEPT.put(TableNodes.COMPONENTS, List.of("view_id", "snippet_id", "order_index"));
  }

  private final Path file;
  private final Nodes nodes;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Allowance allowance;
  private Connection connection;

  private FileReader(
      Path file, Nodes nodes, Progress progress, Cancellation cancellation, long size) {
    this.file = file;
    this.nodes = nodes;
    this.progress = progress;
    this.cancellation = cancellation;
    this.allowance = new Allowance(file, size);
  }

  /** What reads one row. */
  private interface Taking {
    void row(ResultSet row) throws SQLException;
  }

  /**
   * The root of the project that is in a file.
   *
   * @throws org.fxd.graph.api.error.StoreException if it is none of this format, or is damaged
   */
  public static Node read(Path file, Nodes nodes, Progress progress, Cancellation cancellation) {
    Head head = Head.of(file);
    Head.requireAtRest(file);
    FileReader reader = new FileReader(file, nodes, progress, cancellation, head.bytes());
    Connections.First limit = connection -> Work.limit(connection, head.bytes(), cancellation);
    try (Connection connection = Connections.reader(file, limit)) {
      reader.connection = connection;
      return reader.read();
    } catch (SQLException e) {
      cancellation.check();
      throw Refusal.damaged(file, e.getMessage(), e);
    }
  }

  /** Makes sure that nothing of a file stands beside it. */
  public static void requireAtRest(Path file) {
    Head.requireAtRest(file);
  }

  private Node read() throws SQLException {
    Layout layout = new Layout(file, connection);
    if (!layout.has("nodes", NODE)) {
      throw Refusal.notVersionOne(file, "it has no table nodes");
    }
    layout.has("nodes", NODE_EXTRA);
    progress.phase("reading nodes", -1);
    List<Row> rows = rows();
    Map<String, SnippetRow> snippets = new HashMap<>();
    if (layout.has("snippets", SNIPPET)) {
      snippets(snippets);
    }
    Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> kept : KEPT.entrySet()) {
      if (layout.has(kept.getKey(), kept.getValue())) {
        tables.put(kept.getKey(), table(kept.getKey(), kept.getValue()));
      }
    }
    return TreeReader.read(nodes, rows, snippets, TableNodes.read(nodes, tables), cancellation);
  }

  private List<Row> rows() throws SQLException {
    List<Row> rows = new ArrayList<>();
    List<String> columns = new ArrayList<>(NODE);
    columns.addAll(NODE_EXTRA);
    each(
        "nodes",
        columns,
        row -> {
          Cell type = cell(row, 4);
          RowText text = new RowText(type, cell(row, 5), cell(row, 6), cell(row, 7));
          rows.add(new Row(cell(row, 1), cell(row, 2), cell(row, 3), text));
          progress.advance(1);
        });
    return rows;
  }

  private void snippets(Map<String, SnippetRow> snippets) throws SQLException {
    each(
        "snippets",
        SNIPPET,
        row -> {
          Cell node = cell(row, 1);
          SnippetRow snippet =
              new SnippetRow(
                  cell(row, 2),
                  cell(row, 3),
                  cell(row, 4),
                  cell(row, 5),
                  number(cell(row, 6)),
                  number(cell(row, 7)));
          snippets.putIfAbsent(node.identity(), snippet);
        });
  }

  private List<Map<String, String>> table(String table, List<String> columns) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    each(
        table,
        columns,
        row -> {
          Map<String, String> values = new LinkedHashMap<>();
          for (int i = 0; i < columns.size(); i++) {
            Cell cell = cell(row, i + 1);
            if (!cell.isNull()) {
              values.put(columns.get(i), cell.shown());
            }
          }
          rows.add(values);
        });
    return rows;
  }

  /** In the order in which they were written. A damaged tree of pages does not keep that order. */
  private void each(String table, List<String> columns, Taking taking) throws SQLException {
    String sql =
        "SELECT " + String.join(", ", columns) + ", rowid FROM main." + table + " NOT INDEXED";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      boolean first = true;
      long last = 0;
      while (rows.next()) {
        cancellation.check();
        allowance.row();
        long number = rows.getLong(columns.size() + 1);
        if (!first && number <= last) {
          throw Refusal.damaged(file, "the rows of " + table + " are out of order", null);
        }
        first = false;
        last = number;
        taking.row(rows);
      }
    }
  }

  private Cell cell(ResultSet row, int column) throws SQLException {
    return Cell.of(allowance.column(row.getBytes(column)));
  }

  private static OptionalLong number(Cell cell) {
    try {
      return cell.isNull() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell.shown()));
    } catch (NumberFormatException none) {
      // A number in words, or none: nothing to go by.
      return OptionalLong.empty();
    }
  }
}
