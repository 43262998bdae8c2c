package org.fxd.store.v1.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.store.v1.json.JsonCheck;
import org.fxd.store.v1.json.JsonParts;
import org.fxd.store.v1.json.JsonString;

/**
 * The tables that FXD has no use for, as data: a node for each table with rows, in it one for each
 * row, whose value is an object of the columns that are not NULL, all as texts.
 */
public final class TableNodes {
  /** The project's metadata. */
  public static final String METADATA = "project_metadata";

  /** Views; the original has the table, and leaves it empty. */
  public static final String VIEWS = "views";

  /** What stands in views. */
  public static final String COMPONENTS = "view_components";

  private TableNodes() {}

  /**
   * The data.
   *
   * @param tables the rows of each table, each as its columns by name
   * @return a node that does not exist if no table has any
   */
  public static Node read(Nodes nodes, Map<String, List<Map<String, String>>> tables) {
    NodeBuilder all = nodes.builder(Kind.DATA);
    List<Entry> entries = new ArrayList<>();
    tables.forEach(
        (table, rows) -> {
          if (!rows.isEmpty()) {
            entries.add(entry("v1/tables/" + table, table, table(nodes, table, rows)));
          }
        });
    return entries.isEmpty() ? all.build().missing() : all.appendAll(entries).build();
  }

  private static Node table(Nodes nodes, String table, List<Map<String, String>> rows) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      StringJoiner object = new StringJoiner(",", "{", "}");
      rows.get(i)
          .forEach(
              (column, value) -> object.add(JsonString.of(column) + ":" + JsonString.of(value)));
      Node row = nodes.leaf(Kind.DATA, new Value.Json(object.toString()));
      entries.add(entry("v1/tables/" + table + "/" + i, Integer.toString(i), row));
    }
    return nodes.builder(Kind.DATA).appendAll(entries).build();
  }

  private static Entry entry(String path, String name, Node node) {
    return new Entry(RootNames.id(path), Name.of(name), Place.NONE, node);
  }

  /** Gives the rows, but for those that name what is not there any more. */
  static void write(Node tables, RowSink sink, Set<String> snippets) {
    Set<String> seen = new HashSet<>();
    for (Map<String, String> row : rows(tables, METADATA)) {
      if (row.containsKey("key") && seen.add(row.get("key"))) {
        sink.metadata(row.get("key"), row.getOrDefault("value", ""));
      }
    }
    Set<String> views = new HashSet<>();
    for (Map<String, String> row : rows(tables, VIEWS)) {
      if (row.containsKey("id") && row.containsKey("name") && views.add(row.get("id"))) {
        sink.view(row);
      }
    }
    for (Map<String, String> row : rows(tables, COMPONENTS)) {
      if (views.contains(row.get("view_id")) && snippets.contains(row.get("snippet_id"))) {
        sink.component(row);
      }
    }
  }

  private static List<Map<String, String>> rows(Node tables, String table) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Entry entry : tables.child(table).entries()) {
      if (entry.node().value() instanceof Value.Json json && JsonCheck.isSound(json.json())) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (JsonParts.Member member : JsonParts.members(json.json()).orElse(List.of())) {
          JsonString.read(member.value()).ifPresent(text -> columns.put(member.name(), text));
        }
        rows.add(columns);
      }
    }
    return rows;
  }
}
