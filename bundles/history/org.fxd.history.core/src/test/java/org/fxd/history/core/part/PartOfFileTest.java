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
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
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
    assertEquals("<a>-<new>-<b>", file(part(before, after, "new"), "f"));
    assertEquals("<a>-<b>-<other>", file(part(before, after, "other"), "f"));
  }

  /** Places were given anew to all, so only the order tells where something new stands. */
  @Test
  void whateverIsNewStandsBehindWhatItStoodBehind() {
    Property.seeded(21).runs(500).check(this::checkOrder);
  }

  private void checkOrder(Choices choices) {
    List<String> all = new ArrayList<>();
    for (int i = choices.between(1, 20); i > 0; i--) {
      all.add("s" + all.size());
    }
    List<String> old = all.stream().filter(name -> choices.chance(60)).toList();
    List<String> taken = all.stream().filter(name -> choices.chance(40)).toList();
    choices.note(old + " to " + all + ", of these " + taken);
    Node before = root(snippets(old));
    Node after = root(snippets(all));
    String expected =
        all.stream()
            .filter(name -> old.contains(name) || taken.contains(name))
            .map(name -> "<" + name + ">")
            .collect(Collectors.joining());
    Node part = part(before, after, taken.toArray(String[]::new));
    assertEquals(expected, text(part.child("code").child("f")));
    // And back again, which takes out what came.
    assertEquals(
        text(before.child("code").child("f")),
        text(part(part, before, all.toArray(String[]::new)).child("code").child("f")));
  }

  private Entry snippets(List<String> names) {
    return holding(Kind.FILE, "f", names.stream().map(this::snippet).toArray(Entry[]::new));
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
