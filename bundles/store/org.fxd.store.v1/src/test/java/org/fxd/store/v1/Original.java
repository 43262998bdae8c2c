package org.fxd.store.v1;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.GraphNodes;
import org.sqlite.SQLiteDataSource;

/** Files of version 1 as the first FXD makes them, and what stands in files. */
final class Original {
  /** The columns of nodes that say something. */
  static final String NODES =
      "SELECT id, parent_id, key_name, node_type, value_json, prototypes_json, meta_json, checksum,"
          + " is_dirty FROM nodes ORDER BY rowid";

  /** The same without order. */
  static final String NODES_BY_ID = NODES.replace("rowid", "id");

  /** The columns of snippets that say something. */
  static final String SNIPPETS =
      "SELECT node_id, snippet_id, lang, file_path, order_index, version, is_dirty FROM snippets"
          + " ORDER BY rowid";

  static final String[] SCHEMA = {
    """
    CREATE TABLE project_metadata (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL,
      created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
      modified_at DATETIME DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE schema_version (
      version INTEGER PRIMARY KEY,
      applied_at DATETIME DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE nodes (
      id TEXT PRIMARY KEY,
      parent_id TEXT,
      key_name TEXT,
      node_type TEXT NOT NULL DEFAULT 'raw',
      value_json TEXT,
      prototypes_json TEXT,
      meta_json TEXT,
      created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
      modified_at DATETIME DEFAULT CURRENT_TIMESTAMP,
      checksum TEXT,
      is_dirty BOOLEAN DEFAULT 0,
      FOREIGN KEY (parent_id) REFERENCES nodes(id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE snippets (
      id TEXT PRIMARY KEY,
      node_id TEXT NOT NULL,
      snippet_id TEXT NOT NULL,
      body TEXT NOT NULL,
      lang TEXT DEFAULT 'js',
      file_path TEXT,
      order_index INTEGER DEFAULT 0,
      version INTEGER DEFAULT 1,
      checksum TEXT,
      created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
      modified_at DATETIME DEFAULT CURRENT_TIMESTAMP,
      is_dirty BOOLEAN DEFAULT 0,
      FOREIGN KEY (node_id) REFERENCES nodes(id) ON DELETE CASCADE,
      UNIQUE(snippet_id)
    )
    """,
    """
    CREATE TABLE views (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      anchor_node_id TEXT,
      selectors_json TEXT,
      render_options_json TEXT,
      created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
      modified_at DATETIME DEFAULT CURRENT_TIMESTAMP,
      is_dirty BOOLEAN DEFAULT 0,
      FOREIGN KEY (anchor_node_id) REFERENCES nodes(id) ON DELETE SET NULL
    )
    """,
    """
    CREATE TABLE view_components (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      view_id TEXT NOT NULL,
      snippet_id TEXT NOT NULL,
      order_index INTEGER DEFAULT 0,
      FOREIGN KEY (view_id) REFERENCES views(id) ON DELETE CASCADE,
      FOREIGN KEY (snippet_id) REFERENCES snippets(snippet_id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX idx_nodes_parent_id ON nodes(parent_id)",
    "CREATE INDEX idx_nodes_checksum ON nodes(checksum)",
    "CREATE INDEX idx_nodes_modified ON nodes(modified_at)",
    "CREATE INDEX idx_nodes_dirty ON nodes(is_dirty)",
    "CREATE INDEX idx_snippets_node_id ON snippets(node_id)",
    "CREATE INDEX idx_snippets_checksum ON snippets(checksum)",
    "CREATE INDEX idx_snippets_modified ON snippets(modified_at)",
    "CREATE INDEX idx_snippets_dirty ON snippets(is_dirty)",
    "CREATE INDEX idx_views_anchor ON views(anchor_node_id)",
    "CREATE INDEX idx_views_modified ON views(modified_at)",
    "CREATE INDEX idx_views_dirty ON views(is_dirty)",
    "CREATE INDEX idx_view_components_view ON view_components(view_id)",
    "CREATE INDEX idx_view_components_snippet ON view_components(snippet_id)",
    "CREATE TRIGGER update_nodes_modified_at AFTER UPDATE ON nodes BEGIN"
        + " UPDATE nodes SET modified_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END",
    "CREATE TRIGGER update_snippets_modified_at AFTER UPDATE ON snippets BEGIN"
        + " UPDATE snippets SET modified_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END",
    "CREATE TRIGGER update_views_modified_at AFTER UPDATE ON views BEGIN"
        + " UPDATE views SET modified_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END",
    "INSERT INTO schema_version (version) VALUES (1)"
  };

  private final Path file;
  private final List<Object[]> rows = new ArrayList<>();

  private Original(Path file) {
    this.file = file;
  }

  /** A file that will have a root {@code r}. */
  static Original at(Path file) {
    return new Original(file).node("r", null, null, "raw", null, "[[]]", null);
  }

  /** A file that will have no rows but those that are asked for. */
  static Original emptyAt(Path file) {
    return new Original(file);
  }

  /** A row of nodes. Bytes stand for text that is none. */
  Original node(
      Object id, Object parent, Object key, Object type, Object value, Object proto, Object meta) {
    rows.add(new Object[] {id, parent, key, type, value, proto, meta});
    return this;
  }

  /** A plain node whose id is its key. */
  Original plain(String id, String parent, String value) {
    return node(id, parent, id, "raw", value, "[[]]", null);
  }

  /** A snippet, with the row that the original makes for it. */
  Original snippet(String id, String parent, String key, String value, String meta) {
    return node(id, parent, key, "snippet", value, "[[]]", meta);
  }

  /** Writes the file, and then runs statements on it. */
  Path write(String... statements) throws SQLException {
    try (Connection connection = connection(file)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String sql : SCHEMA) {
          statement.executeUpdate(sql);
        }
      }
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO nodes (id, parent_id, key_name, node_type, value_json, prototypes_json,"
                  + " meta_json) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
        for (Object[] row : rows) {
          for (int i = 0; i < row.length; i++) {
            insert.setObject(i + 1, row[i]);
          }
          insert.executeUpdate();
        }
      }
      connection.commit();
    }
    run(file, statements);
    return file;
  }

  static void run(Path file, String... statements) throws SQLException {
    try (Connection connection = connection(file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** What a query gives, each row with bars between its columns. */
  static List<String> query(Path file, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connection(file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(i == 1 ? "" : "|").append(rows.getString(i));
        }
        found.add(row.toString());
      }
    }
    return found;
  }

  private static Connection connection(Path file) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setSynchronous("OFF");
    source.setUrl("jdbc:sqlite:" + file);
    return source.getConnection();
  }

  static FirstFormat format() {
    return new FirstFormat(new GraphNodes(), null);
  }

  static Node read(Path file) {
    return format().read(file, Progress.NONE, Cancellation.none());
  }

  static Path write(Node root, Path file) {
    format().write(root, Entry::node, file, false, Progress.NONE, Cancellation.none());
    return file;
  }

  /** The node at the end of a way. */
  static Node at(Node root, String... names) {
    Node node = root;
    for (String name : names) {
      node = node.child(name);
    }
    return node;
  }
}
