package org.fxd.store.v1.file;

import java.util.ArrayList;
import java.util.List;

/** The tables, indexes and triggers of a file of version 1. */
final class Schema {
  /** What the one row of {@code schema_version} says. */
  static final int VERSION = 1;

  private static final String TIMES =
      " created_at DATETIME DEFAULT CURRENT_TIMESTAMP, modified_at DATETIME DEFAULT CURRENT_TIMESTAMP";
  private static final String DIRTY = " is_dirty BOOLEAN DEFAULT 0";

  private Schema() {}

  /** The statements that make an empty file one of this format. */
  static List<String> statements() {
    List<String> all = new ArrayList<>();
    all.add(
        "CREATE TABLE project_metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL," + TIMES + ")");
    all.add(
        "CREATE TABLE schema_version (version INTEGER PRIMARY KEY,"
            + " applied_at DATETIME DEFAULT CURRENT_TIMESTAMP)");
    all.add(
        "CREATE TABLE nodes (id TEXT PRIMARY KEY, parent_id TEXT, key_name TEXT,"
            + " node_type TEXT NOT NULL DEFAULT 'raw', value_json TEXT, prototypes_json TEXT,"
            + " meta_json TEXT,"
            + TIMES
            + ", checksum TEXT,"
            + DIRTY
            + ", FOREIGN KEY (parent_id) REFERENCES nodes(id) ON DELETE CASCADE)");
    all.add(
        "CREATE TABLE snippets (id TEXT PRIMARY KEY, node_id TEXT NOT NULL,"
            + " snippet_id TEXT NOT NULL, body TEXT NOT NULL, lang TEXT DEFAULT 'js',"
            + " file_path TEXT, order_index INTEGER DEFAULT 0, version INTEGER DEFAULT 1,"
            + " checksum TEXT,"
            + TIMES
            + ","
            + DIRTY
            + ", FOREIGN KEY (node_id) REFERENCES nodes(id) ON DELETE CASCADE, UNIQUE(snippet_id))");
    all.add(
        "CREATE TABLE views (id TEXT PRIMARY KEY, name TEXT NOT NULL, anchor_node_id TEXT,"
            + " selectors_json TEXT, render_options_json TEXT,"
            + TIMES
            + ","
            + DIRTY
            + ", FOREIGN KEY (anchor_node_id) REFERENCES nodes(id) ON DELETE SET NULL)");
    all.add(
        "CREATE TABLE view_components (id INTEGER PRIMARY KEY AUTOINCREMENT,"
            + " view_id TEXT NOT NULL, snippet_id TEXT NOT NULL, order_index INTEGER DEFAULT 0,"
            + " FOREIGN KEY (view_id) REFERENCES views(id) ON DELETE CASCADE,"
            + " FOREIGN KEY (snippet_id) REFERENCES snippets(snippet_id) ON DELETE CASCADE)");
    index(all, "nodes_parent_id", "nodes(parent_id)");
    for (String table : List.of("nodes", "snippets")) {
      if (table.equals("snippets")) {
        index(all, "snippets_node_id", "snippets(node_id)");
      }
      index(all, table + "_checksum", table + "(checksum)");
      index(all, table + "_modified", table + "(modified_at)");
      index(all, table + "_dirty", table + "(is_dirty)");
    }
    index(all, "views_anchor", "views(anchor_node_id)");
    index(all, "views_modified", "views(modified_at)");
    index(all, "views_dirty", "views(is_dirty)");
    index(all, "view_components_view", "view_components(view_id)");
    index(all, "view_components_snippet", "view_components(snippet_id)");
    for (String table : List.of("nodes", "snippets", "views")) {
      all.add(
          "CREATE TRIGGER update_"
              + table
              + "_modified_at AFTER UPDATE ON "
              + table
              + " BEGIN UPDATE "
              + table
              + " SET modified_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END");
    }
    return all;
  }

  private static void index(List<String> all, String name, String on) {
    all.add("CREATE INDEX idx_" + name + " ON " + on);
  }
}
