package org.fxd.history.core.part;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.core.GraphNodes;
import org.fxd.source.api.FileMeta;
import org.junit.jupiter.api.Test;

/** Parts of files: what holds snippets together comes and goes with them. */
class PartOfFileTest {
  private final GraphNodes nodes = new GraphNodes();

  private static NodeId id(String name) {
    return NodeId.derived(Hash.ofContent(name.getBytes(UTF_8)));
  }

  private Entry piece(Kind kind, String name, String text) {
    return new Entry(id(name), Name.of(name), Place.NONE, nodes.leaf(kind, Value.of(text)));
  }

  private Entry snippet(String name) {
    return piece(Kind.SNIPPET, name, "<" + name + ">");
  }

  private Entry gap(String name) {
    return piece(Kind.GAP, name, "-");
  }

  private Entry holding(Kind kind, String name, Entry... pieces) {
    NodeBuilder builder = nodes.builder(kind);
    builder.appendAll(List.of(pieces));
    return new Entry(id(name), Name.of(name), Place.NONE, builder.build());
  }

  private Node root(Entry... files) {
    NodeBuilder code = nodes.builder(Kind.FOLDER);
    Stream.of(files).forEach(code::put);
    return nodes
        .builder(Kind.ROOT)
        .put(new Entry(id("code"), Name.of("code"), Place.NONE, code.build()))
        .build();
  }

  private Node part(Node before, Node after, String... selected) {
    Set<NodeId> ids = Stream.of(selected).map(PartOfFileTest::id).collect(Collectors.toSet());
    return Part.of(nodes, new Projections(), before, after, new Selected(ids, Set.of()));
  }

  private static String text(Node node) {
    List<String> texts = new ArrayList<>();
    node.value().asText().ifPresent(texts::add);
    node.entries().forEach(entry -> texts.add(text(entry.node())));
    return String.join("", texts);
  }

  private static String file(Node root, String name) {
    Node file = root.child("code").child(name);
    byte[] bytes = text(file).getBytes(UTF_8);
    assertEquals(Value.of(Hash.ofContent(bytes).bytes()), file.metadata(FileMeta.CONTENT));
    assertEquals(Value.of(bytes.length), file.metadata(FileMeta.SIZE));
    return text(file);
  }

  @Test
  void aNewSnippetBringsTheGapsBesideIt() {
    Node before = root(holding(Kind.FILE, "f", snippet("a"), gap("1"), snippet("b")));
    Node after =
        root(
            holding(
                Kind.FILE,
                "f",
                snippet("a"),
                gap("1"),
                snippet("new"),
                gap("2"),
                snippet("b"),
                gap("3"),
                snippet("other")));
    // Places differ by how the siblings were spread, so b is selected with its place.
    assertEquals("<a>-<new>-<b>", file(part(before, after, "new", "b", "1", "a"), "f"));
  }

  @Test
  void aRemovedSnippetTakesTheGapsBesideIt() {
    Node after = root(holding(Kind.FILE, "f", snippet("a"), gap("1"), snippet("b")));
    Node before =
        root(
            holding(
                Kind.FILE, "f", snippet("a"), gap("1"), snippet("b"), gap("2"), snippet("old")));
    assertEquals("<a>-<b>", file(part(before, after, "old"), "f"));
  }

  @Test
  void aNewClassOfWhichOneMethodIsSelectedIsAText() {
    Node before = root();
    Node after =
        root(
            holding(
                Kind.FILE,
                "f",
                piece(Kind.HEAD, "package", "package;"),
                holding(
                    Kind.SNIPPET,
                    "class",
                    piece(Kind.HEAD, "open", "class {"),
                    snippet("m"),
                    gap("1"),
                    snippet("n"),
                    piece(Kind.GAP, "end", "}"))));
    assertEquals("package;class {<m>-}", file(part(before, after, "m"), "f"));
  }

  @Test
  void aSnippetThatWentToAnotherFileIsInOneOfThem() {
    Node before =
        root(
            holding(Kind.FILE, "f", snippet("a"), gap("1"), snippet("b")),
            holding(Kind.FILE, "g", snippet("c")));
    Node after =
        root(
            holding(Kind.FILE, "f", snippet("a")),
            holding(Kind.FILE, "g", snippet("c"), gap("2"), snippet("b")));
    Node part = part(before, after, "b");
    assertEquals("<a>", file(part, "f"));
    assertTrue(file(part, "g").contains("<b>"));
    // Whoever selects either file selects the snippet with it, on both sides.
    Node byFile = part(before, after, "g");
    assertEquals("<a>", file(byFile, "f"));
  }

  @Test
  void aFileThatBecameSomethingElseIsTakenWholeOrNotAtAll() {
    Node before = root(holding(Kind.FILE, "f", snippet("a")));
    NodeBuilder binary = nodes.builder(Kind.FILE).value(Value.of(Blob.of(new byte[] {0, 1})));
    Node after =
        root(
            new Entry(id("f"), Name.of("f"), Place.NONE, binary.build()),
            holding(Kind.FILE, "g", snippet("a")));
    ConflictException no = assertThrows(ConflictException.class, () -> part(after, before, "a"));
    assertTrue(no.getMessage().contains("'f'"), no.getMessage());
    assertEquals(after, part(before, after, "f", "g"));
  }
}
