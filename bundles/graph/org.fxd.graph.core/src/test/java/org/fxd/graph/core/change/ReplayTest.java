package org.fxd.graph.core.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.core.GraphNodes;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private final Nodes nodes = new GraphNodes();

  /** a/b/x, a/y and c/z, each id derived from the last name. */
  private final Node base =
      folder(
          entry("a", folder(entry("b", folder(entry("x", text("x")))), entry("y", text("y")))),
          entry("c", folder(entry("z", text("z")))));

  private static NodeId id(String name) {
    return NodeId.derived(Hash.ofContent(name.getBytes(StandardCharsets.UTF_8)));
  }

  private static Entry entry(String name, Node node) {
    return new Entry(id(name), Name.of(name), Place.NONE, node);
  }

  private Node text(String text) {
    return nodes.leaf(Kind.GAP, Value.of(text));
  }

  private Node folder(Entry... entries) {
    NodeBuilder folder = nodes.builder(Kind.FOLDER);
    List.of(entries).forEach(folder::put);
    return folder.build();
  }

  private static Node edit(Node node, Consumer<NodeBuilder> edit) {
    NodeBuilder builder = node.builder();
    edit.accept(builder);
    return builder.build();
  }

  private static NodeBuilder at(NodeBuilder root, String path) {
    NodeBuilder at = root;
    for (String name : path.split("/")) {
      at = at.child(Name.of(name));
    }
    return at;
  }

  private static Consumer<NodeBuilder> move(String from, String name, String to) {
    return root -> {
      Entry entry = at(root, from).entry(Name.of(name)).orElseThrow();
      at(root, from).remove(entry.id());
      at(root, to).put(entry);
    };
  }

  private static String paths(Node node) {
    List<String> paths = new ArrayList<>();
    collect("", node, paths);
    return String.join(" ", paths);
  }

  private static void collect(String prefix, Node node, List<String> into) {
    for (Entry entry : node.entries()) {
      String path = prefix + entry.name();
      if (entry.node().kind().equals(Kind.FOLDER)) {
        collect(path + "/", entry.node(), into);
      } else {
        into.add(path + "=" + entry.node().value());
      }
    }
  }

  private String merged(Consumer<NodeBuilder> one, Consumer<NodeBuilder> two) {
    Node x = edit(base, one);
    Node y = edit(base, two);
    Node merged = nodes.replay(base, x, y);
    assertEquals(merged, nodes.replay(base, y, x));
    return paths(merged);
  }

  private String conflict(Consumer<NodeBuilder> one, Consumer<NodeBuilder> two) {
    Node x = edit(base, one);
    Node y = edit(base, two);
    assertThrows(ConflictException.class, () -> nodes.replay(base, y, x));
    return assertThrows(ConflictException.class, () -> nodes.replay(base, x, y)).getMessage();
  }

  @Test
  void theBaseIsAsDrawn() {
    assertEquals("a/b/x=x a/y=y c/z=z", paths(base));
  }

  @Test
  void aMoveAndAnEditBothSurvive() {
    assertEquals(
        "a/y=y c/b/x=edited c/z=z",
        merged(move("a", "b", "c"), root -> at(root, "a/b/x").value(Value.of("edited"))));
  }

  @Test
  void aMoveIntoANewFolderAndAnEditBothSurvive() {
    assertEquals(
        "a/y=y c/z=z new/b/x=edited",
        merged(
            root -> {
              Entry b = at(root, "a").entry(Name.of("b")).orElseThrow();
              at(root, "a").remove(b.id());
              root.put(entry("new", folder(b)));
            },
            root -> at(root, "a/b/x").value(Value.of("edited"))));
  }

  @Test
  void whatIsMovedOutOfARemovedFolderSurvives() {
    assertEquals(
        "c/x=edited c/z=z",
        merged(
            root -> {
              Entry x = at(root, "a/b").entry(Name.of("x")).orElseThrow();
              root.remove(Name.of("a"));
              at(root, "c").put(x);
            },
            root -> at(root, "a/b/x").value(Value.of("edited"))));
  }

  @Test
  void movesOfBothSidesAddUp() {
    assertEquals(
        "a/y=y c/renamed/x=x c/z=z",
        merged(
            move("a", "b", "c"),
            root -> {
              Entry b = at(root, "a").entry(Name.of("b")).orElseThrow();
              at(root, "a").put(b.withName(Name.of("renamed")));
            }));
    assertEquals(
        "c/b/x=x c/y=y c/z=z", merged(move("a", "b", "c"), move("a", "y", "c")).replace("  ", " "));
  }

  @Test
  void namesMayBeExchanged() {
    assertEquals(
        "a/b/x=x c/y=edited c/z=z".replace("c/y=edited ", "a/z=z ").replace("c/z=z", "c/y=edited"),
        merged(
            root -> {
              Entry y = at(root, "a").entry(Name.of("y")).orElseThrow();
              Entry z = at(root, "c").entry(Name.of("z")).orElseThrow();
              at(root, "a").remove(y.id());
              at(root, "c").remove(z.id());
              at(root, "a").put(z);
              at(root, "c").put(y);
            },
            root -> at(root, "a/y").value(Value.of("edited"))));
  }

  @Test
  void theSameThingAddedTwiceIsTakenOnce() {
    assertEquals(
        "a/b/x=x a/y=y c/n=new c/z=z",
        merged(
            root -> at(root, "c").childOrNew(Name.of("n"), Kind.GAP).value(Value.of("new")),
            root -> at(root, "c").childOrNew(Name.of("n"), Kind.GAP).value(Value.of("new"))));
  }

  @Test
  void conflictsNameThePath() {
    Consumer<NodeBuilder> edit = root -> at(root, "a/b/x").value(Value.of("edited"));
    assertTrue(
        conflict(edit, root -> at(root, "a/b/x").value(Value.of("other"))).contains("'a/b/x'"));
    assertTrue(conflict(edit, root -> root.remove(Name.of("a"))).contains("'a/b/x'"));
    assertTrue(
        conflict(
                root -> at(root, "c").childOrNew(Name.of("n"), Kind.GAP).value(Value.of("1")),
                root -> at(root, "c").childOrNew(Name.of("n"), Kind.GAP).value(Value.of("2")))
            .contains("'c/n'"));
    assertTrue(
        conflict(
                root -> at(root, "a/b").childOrNew(Name.of("n"), Kind.GAP),
                root -> at(root, "a").remove(Name.of("b")))
            .contains("'a/b/n'"));
    assertTrue(conflict(move("a", "y", "c"), root -> root.remove(Name.of("c"))).contains("'c/y'"));
    conflict(
        move("a", "b", "c"),
        root -> {
          Entry b = at(root, "a").entry(Name.of("b")).orElseThrow();
          at(root, "a").remove(b.id());
          root.put(b);
        });
  }

  @Test
  void movesThatWouldFormACircleAreAConflict() {
    Consumer<NodeBuilder> intoC =
        root -> {
          Entry a = root.entry(Name.of("a")).orElseThrow();
          root.remove(a.id());
          at(root, "c").put(a);
        };
    Consumer<NodeBuilder> intoA =
        root -> {
          Entry c = root.entry(Name.of("c")).orElseThrow();
          root.remove(c.id());
          at(root, "a").put(c);
        };
    assertTrue(conflict(intoC, intoA).contains("into itself"));
  }

  // Files in their two forms.

  private static Value content(String text) {
    return Value.of(Hash.ofContent(text.getBytes(StandardCharsets.UTF_8)).bytes());
  }

  private Node raw(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return nodes
        .builder(Kind.FILE)
        .value(Value.of(Blob.of(bytes)))
        .metadata("content", content(text))
        .metadata("size", Value.of(bytes.length))
        .build();
  }

  private Node scanned(String... parts) {
    String text = String.join("", parts);
    NodeBuilder file = nodes.builder(Kind.FILE);
    List<Place> places = Place.spread(parts.length);
    for (int i = 0; i < parts.length; i++) {
      Node part = nodes.leaf(Kind.SNIPPET, Value.of(parts[i]));
      file.put(new Entry(id("part " + i), Name.of("part"), places.get(i), part));
    }
    return file.metadata("content", content(text))
        .metadata("size", Value.of(text.length()))
        .build();
  }

  private Node tree(Node file) {
    return folder(entry("f", file), entry("g", text("g")));
  }

  @Test
  void aFileThatGoesToItsOtherFormHasNotChanged() {
    Node raw = tree(raw("onetwo"));
    Node scanned = tree(scanned("one", "two"));
    assertTrue(nodes.compare(raw, scanned, change -> false));
    assertTrue(nodes.compare(scanned, raw, change -> false));
    assertFalse(nodes.compare(raw, tree(scanned("one", "2")), change -> false));
  }

  @Test
  void formsDoNotConflict() {
    Node raw = tree(raw("onetwo"));
    Node scanned = tree(scanned("one", "two"));
    Node edited = tree(scanned("one", "2"));
    Node other = edit(raw, root -> root.child(Name.of("g")).value(Value.of("G")));
    assertEquals(edited, nodes.replay(raw, edited, scanned));
    assertEquals(edited, nodes.replay(raw, scanned, edited));
    assertEquals(edited, nodes.replay(scanned, edited, raw));
    assertEquals(edited, nodes.replay(scanned, raw, edited));
    assertEquals(nodes.replay(raw, scanned, other), nodes.replay(raw, other, scanned));
    assertThrows(
        ConflictException.class, () -> nodes.replay(raw, edited, tree(raw("something else"))));
  }

  @Test
  void editsOfTwoSnippetsOfOneFileBothSurvive() {
    Node before = tree(scanned("one", "two", "three"));
    Node first = tree(scanned("1", "two", "three"));
    Node last = tree(scanned("one", "two", "3!"));
    Node both = tree(scanned("1", "two", "3!"));
    assertEquals(both, nodes.replay(before, first, last));
    assertEquals(both, nodes.replay(before, last, first));
    assertThrows(
        ConflictException.class,
        () -> nodes.replay(before, first, tree(scanned("eins", "two", "three"))));
  }
}
