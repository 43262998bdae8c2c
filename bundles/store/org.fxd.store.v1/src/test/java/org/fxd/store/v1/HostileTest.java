package org.fxd.store.v1;

import static org.fxd.store.v1.Original.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to do harm, or came to some. */
class HostileTest {
  /** Takes forever, if it runs. */
  private static final String FOREVER =
      "(WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c)";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("old.fxd");
  }

  private Path refused(Path file, String why) throws Exception {
    String before = state(file);
    List<String> names = names();
    StoreException refusal = assertThrows(StoreException.class, () -> Original.read(file));
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
    assertTrue(refusal.hint().isPresent());
    assertEquals(before, state(file));
    assertEquals(names, names());
    return file;
  }

  private static String state(Path file) throws Exception {
    return Hash.ofContent(Files.readAllBytes(file)) + " " + Files.getLastModifiedTime(file);
  }

  private List<String> names() throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aViewNamedNodesDoesNotRun() throws Exception {
    Path file = Original.emptyAt(file()).write();
    Original.run(
        file,
        "DROP TABLE nodes",
        "CREATE VIEW nodes AS SELECT 'r' AS id, NULL AS parent_id, 'k' AS key_name,"
            + " 'raw' AS node_type, '1' AS value_json, '[[]]' AS prototypes_json, "
            + FOREVER
            + " AS meta_json");
    refused(file, "its nodes is not an ordinary table");
  }

  @Test
  void aVirtualTableNamedNodesDoesNotRun() throws Exception {
    Path file = Original.emptyAt(file()).write();
    Original.run(
        file,
        "DROP TABLE nodes",
        "CREATE VIRTUAL TABLE nodes USING fts5(id, parent_id, key_name, node_type, value_json,"
            + " prototypes_json, meta_json)");
    refused(file, "its nodes is not an ordinary table");
  }

  @Test
  void aTableThatSaysItIsAnotherThingIsNone() throws Exception {
    Path file = Original.at(file()).write();
    Original.run(
        file,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET type = 'view' WHERE name = 'nodes'");
    StoreException refusal = assertThrows(StoreException.class, () -> Original.read(file));
    assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
  }

  @Test
  void aColumnThatIsComputedIsNotRead() throws Exception {
    Path file = Original.emptyAt(file()).write();
    Original.run(
        file,
        "DROP TABLE nodes",
        "CREATE TABLE nodes (id TEXT PRIMARY KEY, parent_id TEXT, key_name TEXT, node_type TEXT,"
            + " value_json TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))), meta_json TEXT,"
            + " prototypes_json TEXT)",
        "INSERT INTO nodes (id) VALUES ('r')");
    refused(file, "its table nodes has no plain column value_json");
  }

  @Test
  void triggersViewsAndIndexesOnExpressionsDoNotRun() throws Exception {
    Path file =
        Original.at(file())
            .plain("a", "r", "\"kept\"")
            .write(
                "CREATE INDEX sly ON nodes(abs(length(id)), id, parent_id, key_name, node_type,"
                    + " value_json, prototypes_json, meta_json)",
                "CREATE VIEW v AS SELECT " + FOREVER + " AS x",
                "CREATE TRIGGER t AFTER UPDATE ON nodes BEGIN SELECT " + FOREVER + "; END");
    String before = state(file);

    assertEquals(Value.of("kept"), at(Original.read(file), "a").value());

    assertEquals(before, state(file));
    assertEquals(List.of("old.fxd"), names());
  }

  @Test
  void anExpressionThatIsNotForStrangersIsRefused() throws Exception {
    Path file =
        Original.at(file())
            .write(
                "CREATE INDEX sly ON nodes(abs(length(id)))",
                "PRAGMA writable_schema=ON",
                "UPDATE sqlite_schema SET sql = 'CREATE INDEX sly ON nodes(load_extension(id))'"
                    + " WHERE name = 'sly'");
    refused(file, "unsafe use of load_extension");
  }

  @Test
  void loopsEndAmongTheOrphans() throws Exception {
    Path file =
        Original.at(file())
            .plain("a", "b", "1")
            .plain("b", "c", "2")
            .plain("c", "a", "3")
            .plain("tail", "b", "4")
            .plain("self", "self", "5")
            .plain("lost", "nowhere", "6")
            .node("second", null, "second", "raw", "7", "[[]]", null)
            .write();

    Node root = Original.read(file);

    Node orphans = at(root, "v1", "orphans");
    assertEquals(4, orphans.size());
    assertEquals(Value.of("nowhere"), orphans.child("lost").metadata("v1.parent"));
    assertEquals(Value.of(5), orphans.child("self").value());
    assertEquals(Value.of(7), orphans.child("second").value());
    assertEquals(7, ids(root).size() - 6, "all rows but the root's are there, once");

    Path again = Original.write(root, folder.resolve("again.fxd"));
    assertEquals(List.of(), Original.query(again, "PRAGMA foreign_key_check"));
    assertEquals(
        List.of("8"),
        Original.query(
            again,
            "WITH RECURSIVE t(id) AS (SELECT id FROM nodes WHERE parent_id IS NULL UNION"
                + " SELECT n.id FROM nodes n JOIN t ON n.parent_id = t.id)"
                + " SELECT count(*) FROM t"));
  }

  private static Set<NodeId> ids(Node node) {
    Set<NodeId> ids = new HashSet<>();
    for (Entry entry : node.entries()) {
      assertTrue(ids.add(entry.id()), "one id twice");
      for (NodeId inner : ids(entry.node())) {
        assertTrue(ids.add(inner), "one id twice");
      }
    }
    return ids;
  }

  @Test
  void aTreeTooDeepIsCutAndGrowsTogetherAgain() throws Exception {
    Original deep = Original.at(file());
    String parent = "r";
    for (int i = 0; i < 5000; i++) {
      deep.plain("n" + i, parent, Integer.toString(i));
      parent = "n" + i;
    }
    Path file = deep.write();

    Node root = Original.read(file);

    assertTrue(depth(root) <= Limits.DEPTH);
    assertEquals(4, at(root, "v1", "orphans").size());
    Path again = Original.write(root, folder.resolve("again.fxd"));
    String words = "SELECT id, parent_id, key_name, value_json FROM nodes ORDER BY id";
    assertEquals(Original.query(file, words), Original.query(again, words));
  }

  private static int depth(Node node) {
    int depth = 0;
    for (Entry entry : node.entries()) {
      depth = Math.max(depth, 1 + depth(entry.node()));
    }
    return depth;
  }

  @Test
  void siblingsOfOneNameAreKept() throws Exception {
    Path file =
        Original.at(file())
            .plain("code", "r", null)
            .node("a", "code", "same", "raw", "1", "[[]]", null)
            .node("b", "code", "same", "raw", "2", "[[]]", null)
            .node("c", "r", "code", "raw", "3", "[[]]", null)
            .node("d", "r", "data", "raw", null, "[[]]", null)
            .node("e", "d", "same", "raw", "4", "[[]]", null)
            .node("f", "d", "same", "raw", "5", "[[]]", null)
            .write();

    Node root = Original.read(file);

    assertEquals(Value.of(1), at(root, "code", "same").value());
    assertEquals(2, at(root, "data").size());
    assertEquals(2, at(root, "v1", "orphans").size());
    assertEquals(7, ids(root).size() - 5);
    Path again = Original.write(root, folder.resolve("again.fxd"));
    assertEquals(
        Original.query(file, "SELECT id, value_json FROM nodes ORDER BY id"),
        Original.query(again, "SELECT id, value_json FROM nodes ORDER BY id"));
  }

  @Test
  void columnsOfTheWrongTypeAreReadAsText() throws Exception {
    byte[] none = {(byte) 0xff, (byte) 0xfe, 'x'};
    Path file =
        Original.at(file())
            .node(7, "r", 3.5, 1, 12, 13, 14)
            .node("b", "r", none, "raw", none, none, none)
            .node(none, "r", "c", none, "\"c\"", "[[]]", null)
            .node("d", none, "d", "raw", "1", "[[]]", null)
            .node(null, "r", "e", "raw", "1", "[[]]", null)
            .node(null, "r", "f", "raw", "2", "[[]]", null)
            .write();

    Node root = Original.read(file);

    assertEquals(Value.of(12), root.child("3.5").value());
    assertEquals(Value.of("1"), root.child("3.5").metadata("type"));
    assertEquals(Value.of(none), root.child(Name.ofBytes(none)).value());
    assertEquals(Value.of("c"), root.child("c").value());
    assertEquals(Value.of(1), root.child("e").value());
    assertEquals(Value.of(2), root.child("f").value());
    Path again = Original.write(root, folder.resolve("again.fxd"));
    assertEquals(List.of("ok"), Original.query(again, "PRAGMA integrity_check"));
    assertEquals(Value.of(none), Original.read(again).child(Name.ofBytes(none)).value());
  }

  @Test
  void jsonOfAnySortIsKept() throws Exception {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    Path file =
        Original.at(file())
            .plain("deep", "r", deep)
            .plain("broken", "r", "{\"a\":")
            .plain("half", "r", "\"\\ud800\"")
            .plain("huge", "r", "1e999999")
            .plain("twice", "r", "{\"a\":1,\"a\":2}")
            .plain("empty", "r", "")
            .node("meta", "r", "meta", "raw", null, deep, deep)
            .node("marked", "r", "marked", "raw", "1", "[[]]", "{\"fxd\":{\"kind\":\"root\"}}")
            .node("odd", "r", "odd", "raw", "1", "[[]]", "{\"v1.id\":\"x\",\"\":1}")
            .write();

    Node root = Original.read(file);

    assertEquals(new Value.Json(deep), root.child("deep").value());
    assertEquals(new Value.Json("{\"a\":"), root.child("broken").value());
    assertEquals(Kind.DATA, root.child("marked").kind());
    assertEquals(Value.of("odd"), root.child("odd").metadata("v1.id"));
    Path again = Original.write(root, folder.resolve("again.fxd"));
    String words = "SELECT id, value_json, prototypes_json, meta_json FROM nodes ORDER BY id";
    List<String> before = Original.query(file, words);
    List<String> after = Original.query(again, words);
    for (int i = 0; i < before.size(); i++) {
      boolean noJson = before.get(i).startsWith("broken") || before.get(i).startsWith("empty");
      assertEquals(!noJson, before.get(i).equals(after.get(i)), before.get(i));
    }
    assertEquals(root.child("broken").value(), Original.read(again).child("broken").value());
  }

  @Test
  void aFileThatIsNoneIsRefused() throws Exception {
    refused(Files.writeString(folder.resolve("text.fxd"), "test fxd file\n"), "not a SQLite");
    Path other = folder.resolve("other.fxd");
    Original.run(other, "CREATE TABLE things (id TEXT)");
    refused(other, "it has no table nodes");
    Path few = folder.resolve("few.fxd");
    Original.run(few, "CREATE TABLE nodes (id TEXT, parent_id TEXT)");
    refused(few, "has no plain column");
    Path utf16 = folder.resolve("utf16.fxd");
    Original.run(utf16, "PRAGMA encoding='UTF-16'", "CREATE TABLE nodes (id TEXT)");
    refused(utf16, "UTF-16");
  }

  @Test
  void aFileThatIsCutShortIsRefused() throws Exception {
    Path whole = Original.at(file()).plain("a", "r", "\"" + "x".repeat(50_000) + "\"").write();
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.fxd"), Arrays.copyOf(bytes, bytes.length - 4096));
    refused(cut, "it is cut short");
  }

  @Test
  void aFileThatIsStillAtWorkIsRefused() throws Exception {
    Path file = Original.at(file()).write();
    Path journal = folder.resolve("old.fxd-journal");
    Files.writeString(journal, "something");
    refused(file, "another program has it open or did not close it");
    Files.move(journal, folder.resolve("old.fxd-wal"));
    refused(file, "another program has it open or did not close it");
    Files.write(folder.resolve("old.fxd-wal"), new byte[0]);
    assertEquals(Kind.ROOT, Original.read(file).kind());
  }

  @Test
  void pagesThatLeadToThemselvesEnd() throws Exception {
    Original wide = Original.at(file());
    for (int i = 0; i < 2000; i++) {
      wide.plain("n" + i, "r", "\"" + "y".repeat(200) + "\"");
    }
    Path file = wide.write();
    byte[] bytes = Files.readAllBytes(file);
    int page =
        Integer.parseInt(
            Original.query(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'nodes'").get(0));
    int start = (page - 1) * 4096;
    assertEquals(5, bytes[start], "the root of the table is an inner page");
    int cells = (bytes[start + 3] & 0xff) << 8 | bytes[start + 4] & 0xff;
    byte[] child =
        Arrays.copyOfRange(bytes, pointer(bytes, start, 0), pointer(bytes, start, 0) + 4);
    for (int i = 0; i < cells; i++) {
      System.arraycopy(child, 0, bytes, pointer(bytes, start, i), 4);
    }
    Files.write(file, bytes);
    refused(file, "it is damaged");
  }

  private static int pointer(byte[] bytes, int page, int cell) {
    int at = page + 12 + 2 * cell;
    return page + ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff);
  }

  @Test
  void aMarkThatLiesMakesNoFile() throws Exception {
    String mark = "{\"fxd\":{\"kind\":\"file\"}}";
    Path file =
        Original.at(file())
            .plain("code", "r", null)
            .node("f", "code", "f.js", "file", null, "[[]]", mark)
            .node("s", "f", "s", "snippet", "\"text\"", "[[]]", "{\"id\":\"s\"}")
            .node("g", "code", "g.js", "file", null, "[[]]", mark)
            .node("t", "g", "t", "object", "{}", "[[]]", null)
            .node(
                "h",
                "code",
                "h",
                "x",
                "1",
                "[[]]",
                "{\"content\":\"x\",\"fxd\":{\"kind\":\"file\"}}")
            .write();

    Node code = at(Original.read(file), "code");

    Node sound = code.child("f.js");
    assertEquals(Kind.FILE, sound.kind());
    byte[] text = "text".getBytes(StandardCharsets.UTF_8);
    assertEquals(Value.of(Hash.ofContent(text).bytes()), sound.metadata("content"));
    assertEquals(Value.of(4), sound.metadata("size"));
    assertEquals(Kind.DATA, code.child("g.js").kind());
    assertEquals(Kind.DATA, code.child("h").kind());
    assertFalse(code.child("h").metadata("content").equals(Value.NONE));
  }
}
