package org.fxd.store.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.GraphNodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file of version 1 to a project and back, by example. */
class RoundTripTest {
  @TempDir Path folder;

  /** All that the original writes, and much that it only reads. */
  private Path original() throws Exception {
    return Original.at(folder.resolve("old.fxd"))
        .node("self", "r", "r", "raw", null, "[[]]", null)
        .plain("app", "r", null)
        .plain("name", "app", "\"My Project\"")
        .plain("code", "r", null)
        .snippet(
            "s2",
            "code",
            "zeta",
            "\"let z = `\\\\`;\\n\"",
            "{\"lang\":\"js\",\"file\":\"z.js\",\"id\":\"zeta\",\"order\":1,\"version\":1}")
        .snippet("s1", "code", "alpha", "42", "{\"version\":2,\"id\":\"alpha\"}")
        .node("n", "code", "box", "object", "{\"b\":{\"y\":1,\"x\":2},\"a\":[]}", "[[]]", null)
        .node("m", "n", "b", "parsed", "1e+21", "[[\"one\",\"two\"]]", "{\"b\":[],\"a\":{\"z\":1}}")
        .node("k", "n", "c", "widget", "1.5e-7", "[[\"b\",\"a\"]]", "{\"type\":\"mine\"}")
        .node("o", "n", null, "raw", "null", null, "{}")
        .node("p", "n", "a.b", "raw", "[1,[2,[3]]]", "[]", "[1]")
        .plain("session", "r", null)
        .plain("views", "r", null)
        .plain("utils", "views", null)
        .write(
            "INSERT INTO project_metadata (key, value) VALUES ('name', '\"Mine\"')",
            "INSERT INTO snippets (id, node_id, snippet_id, body) VALUES"
                + " ('x', 's2', 'zeta', '[object Object]'), ('y', 's1', 'alpha', '[object Object]')",
            "INSERT INTO views (id, name, anchor_node_id) VALUES ('v', 'all', 'code')",
            "INSERT INTO view_components (view_id, snippet_id, order_index) VALUES ('v', 'zeta', 3)");
  }

  private static final String WORDS =
      "SELECT id, parent_id, key_name, node_type, value_json, prototypes_json, meta_json FROM nodes"
          + " ORDER BY rowid";

  @Test
  void whatWasNotTouchedIsWrittenAsItWas() throws Exception {
    Path old = original();
    Path again = Original.write(Original.read(old), folder.resolve("new.fxd"));

    assertEquals(Original.query(old, WORDS), Original.query(again, WORDS));
    assertEquals(
        List.of("s2|zeta|let z = `\\`;\n|js|z.js|1|1", "s1|alpha|42|js|null|0|2"),
        Original.query(
            again,
            "SELECT node_id, snippet_id, body, lang, file_path, order_index, version FROM snippets"
                + " ORDER BY rowid"));
    assertEquals(
        List.of("name|\"Mine\""), Original.query(again, "SELECT key, value FROM project_metadata"));
    assertEquals(
        List.of("v|all|code|zeta|3"),
        Original.query(
            again,
            "SELECT v.id, name, anchor_node_id, snippet_id, order_index FROM views v"
                + " JOIN view_components ON view_id = v.id"));
    assertEquals(Original.read(old), Original.read(again));
  }

  @Test
  void theFileIsOneThatTheOriginalsSchemaTakes() throws Exception {
    Path old = original();
    Path again = Original.write(Original.read(old), folder.resolve("new.fxd"));
    String names = "SELECT type, name, tbl_name FROM sqlite_schema ORDER BY type, name";

    assertEquals(Original.query(old, names), Original.query(again, names));
    for (String table :
        List.of("project_metadata", "schema_version", "nodes", "snippets", "views")) {
      for (String fact : List.of("table_xinfo", "foreign_key_list", "index_list")) {
        String pragma = "SELECT * FROM pragma_" + fact + "('" + table + "')";
        assertEquals(Original.query(old, pragma), Original.query(again, pragma), pragma);
      }
    }
    assertEquals(List.of("1"), Original.query(again, "SELECT version FROM schema_version"));
    assertEquals(List.of("0"), Original.query(again, "PRAGMA user_version"));
    assertEquals(List.of("delete"), Original.query(again, "PRAGMA journal_mode"));
    assertEquals(List.of("ok"), Original.query(again, "PRAGMA integrity_check"));
    assertEquals(List.of(), Original.query(again, "PRAGMA foreign_key_check"));
  }

  @Test
  void whatWasChangedIsWrittenAsItIs() throws Exception {
    Node root = Original.read(original());
    NodeBuilder edited = root.builder();
    NodeBuilder code = edited.child(Name.of("code"));
    code.child(Name.of("alpha")).value(Value.of("let a;")).metadata("version", Value.of(3));
    NodeBuilder box = code.child(Name.of("box"));
    box.child(Name.of("c")).metadata("type", Value.of("other"));
    box.child(Name.of("b")).metadata("b", Value.of("now"));
    Path file = Original.write(edited.build(), folder.resolve("new.fxd"));

    String row = "SELECT node_type, value_json, prototypes_json, meta_json FROM nodes WHERE id = ";
    assertEquals(
        List.of("snippet|\"let a;\"|[[]]|{\"id\":\"alpha\",\"version\":3}"),
        Original.query(file, row + "'s1'"));
    assertEquals(List.of("other|1.5e-7|[[]]|null"), Original.query(file, row + "'k'"));
    assertEquals(
        List.of("raw|1e+21|[[\"one\",\"parsed\",\"two\"]]|{\"a\":{\"z\":1},\"b\":\"now\"}"),
        Original.query(file, row + "'m'"));
    assertEquals(
        List.of("let a;"), Original.query(file, "SELECT body FROM snippets WHERE node_id = 's1'"));
  }

  @Test
  void aCopyHasAnIdOfItsOwn() throws Exception {
    Node root = Original.read(original());
    Node alpha = Original.at(root, "code", "alpha");
    NodeBuilder edited = root.builder();
    NodeId id = NodeId.parse("0123456789abcdef0123456789abcdef");
    edited.child(Name.of("code")).put(new Entry(id, Name.of("copy"), Place.NONE, alpha));
    Path file = Original.write(edited.build(), folder.resolve("new.fxd"));

    assertEquals(
        List.of("1"),
        Original.query(
            file, "SELECT count(*) FROM nodes WHERE key_name = 'copy' AND id LIKE 'fxd%'"));
    assertEquals(
        List.of("alpha", "zeta"),
        Original.query(
            file, "SELECT snippet_id FROM snippets WHERE length(snippet_id) < 9 ORDER BY 1"));
    assertEquals(
        List.of("3"), Original.query(file, "SELECT count(DISTINCT snippet_id) FROM snippets"));
    Node again = Original.read(file);
    assertEquals(id, again.child("code").entry(Name.of("copy")).orElseThrow().id());
  }

  @Test
  void aProjectMadeHereIsOneFileToo() throws Exception {
    GraphNodes nodes = new GraphNodes();
    NodeBuilder root = nodes.builder(Kind.ROOT);
    NodeBuilder code = root.childOrNew(Name.of("code"), Kind.FOLDER);
    NodeBuilder inner = code.childOrNew(Name.of("src"), Kind.FOLDER);
    inner.childOrNew(Name.of("a"), Kind.SNIPPET).value(Value.of("let a;"));
    Path file = Original.write(root.build(), folder.resolve("new.fxd"));

    assertEquals(
        List.of("null|raw|null", "code|raw|null", "src|folder|null", "a|snippet|\"let a;\""),
        Original.query(file, "SELECT key_name, node_type, value_json FROM nodes ORDER BY rowid"));
    assertEquals(
        List.of("let a;|js|0|1"),
        Original.query(file, "SELECT body, lang, order_index, version FROM snippets"));
  }
}
