package org.fxd.store.v1.file;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.store.v1.map.Cell;
import org.fxd.store.v1.map.SnippetRow;
import org.fxd.store.v1.tree.Row;
import org.fxd.store.v1.tree.RowSink;

/** Writes rows through one connection, whose transaction is somebody else's. For one thread. */
public final class RowWriter implements RowSink, AutoCloseable {
  /** An {@link SQLException}, where none may be thrown. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException cause;

    Failure(SQLException cause) {
      super(cause);
      this.cause = cause;
    }

    SQLException cause() {
      return cause;
    }
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  RowWriter(Connection connection) {
    this.connection = connection;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Override
  public void node(Row row, String checksum) {
    insert(
        "INSERT INTO nodes (id, parent_id, key_name, node_type, value_json, prototypes_json,"
            + " meta_json, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        text(row.id()),
        text(row.parent()),
        text(row.key()),
        row.text().typeText(),
        text(row.text().value()),
        text(row.text().proto()),
        text(row.text().meta()),
        checksum);
  }

  @Override
  public void snippet(String row, String node, SnippetRow snippet, String checksum) {
    insert(
        "INSERT INTO snippets (id, node_id, snippet_id, body, lang, file_path, order_index,"
            + " version, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row,
        node,
        text(snippet.id()),
        text(snippet.body()),
        text(snippet.lang()),
        text(snippet.file()),
        snippet.order().orElse(0),
        snippet.version().orElse(1),
        checksum);
  }

  @Override
  public void metadata(String key, String value) {
    insert("INSERT INTO project_metadata (key, value) VALUES (?, ?)", key, value);
  }

  @Override
  public void view(Map<String, String> columns) {
    insert(
        "INSERT INTO views (id, name, anchor_node_id, selectors_json, render_options_json)"
            + " VALUES (?, ?, (SELECT id FROM nodes WHERE id = ?), ?, ?)",
        of(columns, "id", "name", "anchor_node_id", "selectors_json", "render_options_json"));
  }

  @Override
  public void component(Map<String, String> columns) {
    insert(
        "INSERT INTO view_components (view_id, snippet_id, order_index) VALUES (?, ?, ?)",
        of(columns, "view_id", "snippet_id", "order_index"));
  }

  private static Object[] of(Map<String, String> columns, String... names) {
    List<Object> values = new ArrayList<>();
    for (String name : names) {
      values.add(columns.get(name));
    }
    return values.toArray();
  }

  private static String text(Cell cell) {
    return cell.isNull() ? null : cell.shown();
  }

  private void insert(String sql, Object... values) {
    try {
      PreparedStatement statement = prepared.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
      }
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
  }
}
