package org.fxd.store.v1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.GraphNodes;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.fxd.source.core.FileProjector;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.source.core.scan.Projections;
import org.fxd.source.core.scan.Scanning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a project in version 1: their snippets, and back to the same bytes. */
class SourcesTest {
  private static final String TEXT =
      "import x;\nclass A {\n  one() {}\n  two() { return 'é'; }\n}\nlast();\n";

  @TempDir Path folder;

  private final GraphNodes nodes = new GraphNodes();
  private final NodeBuilder root = nodes.builder(Kind.ROOT);

  /** The class, and the two methods in it. */
  private static final class Finding implements SnippetScanner {
    @Override
    public Set<String> languages() {
      return Set.of("java");
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<Region> scan(byte[] bytes, String language, Cancellation cancellation) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int start = text.indexOf("class A");
      if (start < 0) {
        return List.of();
      }
      int one = text.indexOf("  one");
      int two = text.indexOf("  two");
      int end = text.indexOf("}\nlast");
      return List.of(
          new Region(
              "class",
              "A",
              start,
              end + 2,
              List.of(
                  new Region("method", "one", one, two, List.of()),
                  new Region("method", "two", two, end, List.of()))));
    }
  }

  private Function<Entry, Node> whole() {
    FixedScanners scanners = new FixedScanners(List.of(new Finding()));
    FileProjector projector = new FileProjector(new Projections(new Scanning(scanners), nodes));
    return entry ->
        projector.kind().equals(entry.node().kind()) && projector.isProjected(entry.node())
            ? projector.project(entry.id(), entry.name(), entry.node(), Cancellation.none())
            : entry.node();
  }

  private void put(String name, byte[] bytes) {
    NodeBuilder src =
        root.childOrNew(Name.of("code"), Kind.FOLDER).childOrNew(Name.of("src"), Kind.FOLDER);
    Node file =
        nodes
            .builder(Kind.FILE)
            .value(Value.of(Blob.of(bytes)))
            .metadata("content", Value.of(Hash.ofContent(bytes).bytes()))
            .metadata("size", Value.of(bytes.length))
            .metadata("executable", Value.of(true))
            .build();
    NodeId id = NodeId.derived(Hash.ofContent(name.getBytes(StandardCharsets.UTF_8)));
    src.put(new Entry(id, Name.of(name), Place.NONE, file));
  }

  private Path export() {
    Path file = folder.resolve("x.fxd");
    Original.format().write(root.build(), whole(), file, false, Progress.NONE, Cancellation.none());
    return file;
  }

  private static byte[] render(Node file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SnippetSources(new GraphNodes(), new FixedScanners(List.of())).render(file, out);
    return out.toByteArray();
  }

  @Test
  void theSnippetsOfAFileAreSnippets() throws Exception {
    put("A.java", TEXT.getBytes(StandardCharsets.UTF_8));
    Path file = export();

    assertEquals(
        List.of(
            "A|java|src/A.java|0|1|class A {\n  one() {}\n  two() { return 'é'; }\n}\n",
            "one|java|src/A.java|1|1|  one() {}\n",
            "two|java|src/A.java|2|1|  two() { return 'é'; }\n"),
        Original.query(
            file,
            "SELECT key_name, lang, file_path, order_index, s.version, body FROM snippets s"
                + " JOIN nodes n ON n.id = node_id ORDER BY order_index"));
    assertEquals(
        List.of("[[\"method\"]]|\"  one() {}\\n\""),
        Original.query(
            file, "SELECT prototypes_json, value_json FROM nodes WHERE key_name = 'one'"));
    assertEquals(List.of(), Original.query(file, "PRAGMA foreign_key_check"));
  }

  @Test
  void filesComeBackByteForByte() throws Exception {
    byte[] binary = {0, 1, (byte) 0xff, 'x'};
    byte[] latin =
        "class A {\n  one() {}\n  two() { '\u00e9' }\n}\nlast();\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    put("A.java", TEXT.getBytes(StandardCharsets.UTF_8));
    put("latin.java", latin);
    put("empty.java", new byte[0]);
    put("plain.txt", "one\n\ntwo\r\n".getBytes(StandardCharsets.UTF_8));
    put("image.png", binary);

    Node src = Original.at(Original.read(export()), "code", "src");

    assertEquals(5, src.size());
    for (Entry before : Original.at(root.build(), "code", "src").entries()) {
      Entry after = src.entry(before.name()).orElseThrow();
      assertEquals(before.id(), after.id());
      assertEquals(Kind.FILE, after.node().kind(), before.name()::toString);
      assertArrayEquals(before.node().value().asBlob().orElseThrow().bytes(), render(after.node()));
      assertEquals(before.node().metadata("content"), after.node().metadata("content"));
      assertEquals(before.node().metadata("size"), after.node().metadata("size"));
      assertEquals(Value.of(true), after.node().metadata("executable"));
    }
    Node scanned =
        whole().apply(Original.at(root.build(), "code", "src").entries().iterator().next());
    assertEquals(scanned.metadata(), src.child("A.java").metadata());
    assertEquals(
        scanned.entry(Name.of("A")).orElseThrow().id(),
        src.child("A.java").entry(Name.of("A")).orElseThrow().id());
    assertEquals(Value.NONE, src.child("A.java").child("A").value());
    assertEquals(Value.NONE, src.child("A.java").child("A").metadata("id"));
  }

  @Test
  void aTextThatVersionOneSetIsTheSnippetsText() throws Exception {
    put("A.java", TEXT.getBytes(StandardCharsets.UTF_8));
    Path file = export();
    Original.run(file, "UPDATE nodes SET value_json = '\"class A {}\\n\"' WHERE key_name = 'A'");

    Node a = Original.at(Original.read(file), "code", "src", "A.java");

    assertEquals("import x;\nclass A {}\nlast();\n", new String(render(a), StandardCharsets.UTF_8));
    assertTrue(a.child("A").size() == 0);
  }
}
