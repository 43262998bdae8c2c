package org.fxd.store.v1;

import static org.fxd.store.v1.Original.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in files of version 1, as a project. */
class ReadingTest {
  private static final String META =
      "{\"lang\":\"js\",\"file\":\"u.js\",\"id\":\"greet\",\"order\":2,\"version\":3}";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("old.fxd");
  }

  private static List<String> names(Node node) {
    List<String> names = new ArrayList<>();
    node.entries().forEach(entry -> names.add(entry.name().toString()));
    return names;
  }

  @Test
  void aSnippetIsOneWithItsBodyAndItsMarkersMetadata() throws Exception {
    Path file =
        Original.at(file())
            .plain("code", "r", null)
            .snippet("s1", "code", "greet", "\"function greet() {}\\n\"", META)
            .write();

    Node snippet = at(Original.read(file), "code", "greet");

    assertEquals(Kind.SNIPPET, snippet.kind());
    assertEquals(Value.of("function greet() {}\n"), snippet.value());
    assertEquals(Value.of("js"), snippet.metadata("lang"));
    assertEquals(Value.of("u.js"), snippet.metadata("file"));
    assertEquals(Value.of("greet"), snippet.metadata("id"));
    assertEquals(Value.of(2), snippet.metadata("order"));
    assertEquals(Value.of(3), snippet.metadata("version"));
    assertEquals(Value.of("s1"), snippet.metadata("v1.id"));
    assertEquals(Value.NONE, snippet.metadata("type"));
  }

  @Test
  void everyTypeOfValueIsKept() throws Exception {
    Path file =
        Original.at(file())
            .plain("data", "r", null)
            .plain("text", "data", "\"42\"")
            .plain("number", "data", "42.50")
            .plain("yes", "data", "true")
            .plain("null", "data", "null")
            .node("list", "data", "list", "Array", "[2,1]", "[[]]", null)
            .node("map", "data", "map", "object", "{\"b\":1,\"a\":{}}", "[[]]", null)
            .write();

    Node data = at(Original.read(file), "data");

    assertEquals(Value.NONE, data.value());
    assertEquals(Value.of("42"), data.child("text").value());
    assertEquals(new Value.Number(new BigDecimal("42.5")), data.child("number").value());
    assertEquals(Value.of(true), data.child("yes").value());
    assertEquals(Value.NULL, data.child("null").value());
    assertEquals(new Value.Json("[2,1]"), data.child("list").value());
    assertEquals(Value.of("Array"), data.child("list").metadata("type"));
    assertEquals(new Value.Json("{\"b\":1,\"a\":{}}"), data.child("map").value());
    assertEquals(
        List.of("text", "number", "yes", "null", "list", "map"),
        names(data),
        "data keeps the file's order");
  }

  @Test
  void typesAndPrototypesAreTypes() throws Exception {
    Path file =
        Original.at(file())
            .node("a", "r", "a", "widget", null, "[[\"user\",\"admin\"]]", null)
            .node("b", "r", "b", "raw", null, "[\"user\"]", "{\"can\":[\"read\"],\"n\":1.0}")
            .write();

    Node root = Original.read(file);

    assertEquals(new Value.Json("[\"admin\",\"user\",\"widget\"]"), at(root, "a").metadata("type"));
    assertEquals(Value.of("user"), at(root, "b").metadata("type"));
    assertEquals(new Value.Json("[\"read\"]"), at(root, "b").metadata("can"));
    assertEquals(Value.of(1), at(root, "b").metadata("n"));
  }

  @Test
  void aNodeAsAValueIsAReference() throws Exception {
    Path file =
        Original.at(file())
            .plain("target", "r", "1")
            .node(
                "link",
                "r",
                "link",
                "FXNode",
                "{\"__id\":\"target\",\"__parent_id\":\"r\",\"__nodes\":{}}",
                "[[]]",
                null)
            .node("gone", "r", "gone", "FXNode", "{\"__id\":\"nobody\"}", "[[]]", null)
            .write();

    Node root = Original.read(file);

    NodeId target = root.entry(Name.of("target")).map(Entry::id).orElseThrow();
    assertEquals(new Value.Reference(target), at(root, "link").value());
    assertEquals(new Value.Json("{\"__id\":\"nobody\"}"), at(root, "gone").value());
  }

  @Test
  void aSnippetThatLooksLikeANumberIsText() throws Exception {
    Path file =
        Original.at(file())
            .plain("code", "r", null)
            .snippet("s", "code", "s", "42", "{\"id\":\"s\"}")
            .write();

    assertEquals(Value.of("42"), at(Original.read(file), "code", "s").value());
  }

  @Test
  void whatHasAPlaceOfItsOwnStandsThere() throws Exception {
    Path file =
        Original.at(file())
            .plain("app", "r", "1")
            .plain("session", "r", "2")
            .plain("code", "r", null)
            .plain("history", "r", "3")
            .node("self", "r", "r", "raw", "4", "[[]]", null)
            .write();

    Node root = Original.read(file);

    assertEquals(List.of("app", "code", "config", "groups", "v1", "views"), names(root));
    for (String folder : List.of("code", "config", "groups", "views")) {
      assertEquals(Kind.FOLDER, root.child(folder).kind(), folder);
    }
    assertEquals(Kind.DATA, root.child("app").kind());
    assertEquals(Value.of(2), at(root, "v1", "session").value());
    assertEquals(Value.of(3), at(root, "v1", "history").value());
    assertEquals(Value.of(4), at(root, "v1", "r").value());
  }

  @Test
  void aFileWithoutNodesIsAnEmptyProject() throws Exception {
    Node root = Original.read(Original.emptyAt(file()).write());

    assertEquals(List.of("code", "config", "groups", "views"), names(root));
    assertEquals(Kind.ROOT, root.kind());
  }

  @Test
  void theIdsAreThoseThatFollowFromTheRowsIds() throws Exception {
    Path one = Original.at(file()).plain("a", "r", "1").plain("b", "a", "2").write();
    Path two =
        Original.at(folder.resolve("two.fxd")).plain("b", "r", "2").plain("a", "b", "3").write();

    Node first = Original.read(one);
    Node second = Original.read(two);

    NodeId b = at(first, "a").entries().iterator().next().id();
    assertEquals(b, second.entry(Name.of("b")).orElseThrow().id());
  }

  @Test
  void theBodyIsTakenFromTheTableOfSnippetsOnlyWhereTheNodeHasNone() throws Exception {
    String insert =
        "INSERT INTO snippets (id, node_id, snippet_id, body, lang, file_path, order_index, version)"
            + " VALUES ";
    Path file =
        Original.at(file())
            .plain("code", "r", null)
            .snippet("s1", "code", "s1", "\"node\"", "{\"id\":\"one\"}")
            .snippet("s2", "code", "s2", null, null)
            .snippet("s3", "code", "s3", null, "{\"id\":\"three\"}")
            .write(
                insert + "('1', 's1', 'one', 'table', 'js', NULL, 0, 1)",
                insert + "('2', 's2', 'two', 'table', 'py', 'f.py', 7, 2)",
                insert + "('3', 's3', 'three', '[object Object]', 'js', NULL, 0, 1)");

    Node code = at(Original.read(file), "code");

    assertEquals(Value.of("node"), code.child("s1").value());
    assertEquals(Value.of("table"), code.child("s2").value());
    assertEquals(Value.of("two"), code.child("s2").metadata("id"));
    assertEquals(Value.of("py"), code.child("s2").metadata("lang"));
    assertEquals(Value.of(7), code.child("s2").metadata("order"));
    assertEquals(Value.NONE, code.child("s3").value());
    assertEquals(Value.NONE, code.child("s1").metadata("lang"));
  }

  @Test
  void theOtherTablesAreKeptAsData() throws Exception {
    Path file =
        Original.at(file())
            .plain("code", "r", null)
            .write(
                "INSERT INTO project_metadata (key, value) VALUES ('name', '\"Mine\"')",
                "INSERT INTO views (id, name, selectors_json) VALUES ('v', 'all', '[\".snippet\"]')");

    Node tables = at(Original.read(file), "v1", "tables");

    assertEquals(
        new Value.Json("{\"key\":\"name\",\"value\":\"\\\"Mine\\\"\"}"),
        at(tables, "project_metadata", "0").value());
    assertTrue(at(tables, "views", "0").exists());
    assertFalse(at(tables, "view_components").exists());
  }

  @Test
  void aTextTooLongForANodeIsABlob() throws Exception {
    String body = "x".repeat(17 << 20);
    Path file = Original.at(file()).plain("long", "r", "\"" + body + "\"").write();

    Node node = at(Original.read(file), "long");

    assertEquals(body.length(), node.value().asBlob().orElseThrow().size());
    Path again = Original.write(Original.read(file), folder.resolve("again.fxd"));
    assertEquals(
        List.of(Integer.toString(body.length() + 2)),
        Original.query(again, "SELECT length(value_json) FROM nodes WHERE id = 'long'"));
  }
}
