package org.fxd.graph.core.cursor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Session;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cursors do, of transactions and of sessions alike. */
class CursorTest {
  private static final Origin ME = new Origin("Ada <ada@example.org>", "test");

  /** What a cursor stands on. */
  enum On {
    SESSION,
    TRANSACTION
  }

  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final Workspace workspace = projects.createInMemory();
  private final Session session = workspace.session(ME);
  private final Nodes nodes = new Nodes();

  /** What makes nodes here. */
  private static final class Nodes {
    private final GraphNodes made = new GraphNodes();

    Node text(String text) {
      return made.leaf(Kind.DATA, Value.of(text));
    }
  }

  @BeforeEach
  void project() {
    projects.projectors().add(new LineProjector());
  }

  @AfterEach
  void closeAll() {
    projects.close();
  }

  /** Somewhere to take cursors from. */
  private interface Cursors {
    Cursor at(NodePath path);

    Cursor at(NodeId id);

    default Cursor at(String path) {
      return at(NodePath.parse(path));
    }
  }

  private static Cursors of(Session session) {
    return new Cursors() {
      @Override
      public Cursor at(NodePath path) {
        return session.at(path);
      }

      @Override
      public Cursor at(NodeId id) {
        return session.at(id);
      }
    };
  }

  private static Cursors of(Transaction transaction) {
    return new Cursors() {
      @Override
      public Cursor at(NodePath path) {
        return transaction.at(path);
      }

      @Override
      public Cursor at(NodeId id) {
        return transaction.at(id);
      }
    };
  }

  private void with(On on, Consumer<Cursors> test) {
    if (on == On.SESSION) {
      test.accept(of(session));
    } else {
      session.change("test", transaction -> test.accept(of(transaction)));
    }
  }

  private static String tree(Node node) {
    StringBuilder text = new StringBuilder();
    node.entries()
        .forEach(
            entry -> {
              String inner = tree(entry.node());
              text.append(text.isEmpty() ? "" : " ")
                  .append(entry.name())
                  .append(entry.node().value().equals(Value.NONE) ? "" : "=" + entry.node().value())
                  .append(inner.isEmpty() ? "" : "(" + inner + ")");
            });
    return text.toString();
  }

  private String code() {
    return tree(workspace.root().child("code"));
  }

  private String name(Cursor cursor) {
    return cursor.name().toString();
  }

  @ParameterizedTest
  @EnumSource
  void aPathIsMadeWhenAskedFor(On on) {
    with(
        on,
        from -> {
          Cursor cursor = from.at("code.app.\"my.settings\".theme");
          assertFalse(cursor.exists());
          assertEquals("code.app.\"my.settings\".theme", cursor.path().toString());
          assertEquals("theme", name(cursor));
          assertFalse(cursor.node().exists());
          assertEquals(Value.NONE, cursor.get());
          assertEquals(Set.of(), cursor.types());
          assertEquals(Optional.empty(), cursor.parent());
          assertEquals(List.of(), cursor.children());
          assertThrows(NotFoundException.class, () -> cursor.set("dark"));
          assertSame(cursor, cursor.create().set("dark"));
          assertTrue(cursor.exists());
          assertEquals(Value.of("dark"), cursor.get());
          assertEquals(Kind.DATA, cursor.node().kind());
          assertEquals(Kind.FOLDER, cursor.parent().orElseThrow().node().kind());
          assertEquals(cursor.id(), from.at("code.app").at("\"my.settings\".theme").id());
          NodeId id = cursor.id();
          assertEquals(id, cursor.create(Kind.FOLDER).id());
          assertEquals("code.app.\"my.settings\".theme", from.at(id).path().toString());
        });
    assertEquals("app(my.settings(theme=dark))", code());
  }

  @ParameterizedTest
  @EnumSource
  void valuesOfAllTypesStayWhatTheyAre(On on) {
    with(
        on,
        from -> {
          Cursor cursor = from.at("code.x").create();
          for (Value value :
              List.of(
                  Value.of("42"),
                  Value.of(42),
                  new Value.Number(new BigDecimal("1.50")),
                  Value.of(true),
                  Value.NULL,
                  Value.of(new byte[] {1, 2}),
                  new Value.Json("{\"a\":[1]}"),
                  Value.NONE)) {
            assertEquals(value, cursor.set(value).get());
          }
          assertEquals(Value.of(7), cursor.set(7).get());
          assertEquals(Value.of(false), cursor.set(false).get());
          assertEquals(Value.of(new byte[] {9}), cursor.set(new byte[] {9}).get());
          assertEquals(
              new Value.Number(new BigDecimal("2.5")), cursor.set(new BigDecimal("2.50")).get());
        });
  }

  @ParameterizedTest
  @EnumSource
  void aNodeHasSeveralTypes(On on) {
    with(
        on,
        from -> {
          Cursor cursor = from.at("code.x").create();
          assertEquals(Set.of("data"), cursor.types());
          cursor.addType("page");
          assertEquals(Value.of("page"), cursor.metadata("type"));
          cursor.addType("a \"b\"").addType("page").addType("data");
          assertEquals(new Value.Json("[\"a \\\"b\\\"\",\"page\"]"), cursor.metadata("type"));
          assertEquals(List.of("a \"b\"", "data", "page"), List.copyOf(cursor.types()));
          cursor.set("value").metadata("other", Value.of(1));
          assertEquals(List.of("a \"b\"", "data", "page"), List.copyOf(cursor.types()));
          cursor.removeType("a \"b\"").removeType("none").removeType("data");
          assertEquals(Value.of("page"), cursor.metadata("type"));
          cursor.removeType("page");
          assertEquals(Value.NONE, cursor.metadata("type"));
          assertThrows(UsageException.class, () -> cursor.addType(" "));
        });
  }

  @ParameterizedTest
  @EnumSource
  void aCursorStaysWithItsNode(On on) {
    with(
        on,
        from -> {
          Cursor a = from.at("code.a").create(Kind.FOLDER);
          Cursor x = from.at("code.a.x").create().set("1");
          Cursor b = from.at("code.b").create(Kind.FOLDER);
          NodeId id = x.id();
          from.at("code.a").rename(Name.of("a2"));
          assertEquals("code.a2.x", x.path().toString());
          assertEquals("code.a2", a.path().toString());
          from.at("code.a2.x").moveTo(b);
          assertEquals("code.b.x", x.path().toString());
          b.moveTo(a);
          assertEquals("code.a2.b.x", x.path().toString());
          assertEquals(id, x.id());
          assertEquals(Value.of("1"), x.get());
          x.set("2");
          assertEquals("code.a2.b", x.parent().orElseThrow().path().toString());
          assertEquals(id, from.at(id).set("3").id());
          assertFalse(from.at("code.a.x").exists());
        });
    assertEquals("a2(b(x=3))", code());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasRemovedIsGone(On on) {
    with(
        on,
        from -> {
          Cursor x = from.at("code.a.x").create().set("1");
          Cursor again = from.at("code.a.x");
          Cursor a = from.at("code.a");
          NodeId id = x.id();
          x.remove();
          assertFalse(x.exists());
          assertFalse(again.exists());
          assertFalse(from.at(id).exists());
          assertEquals("code.a.x", x.path().toString());
          NotFoundException gone = assertThrows(NotFoundException.class, () -> x.set("2"));
          assertTrue(gone.getMessage().contains("code.a.x"), gone.getMessage());
          assertThrows(NotFoundException.class, x::remove);
          assertThrows(NotFoundException.class, x::id);
          assertThrows(UsageException.class, x::create);
          // Another node at the same path is another node.
          from.at("code.a.x").create();
          assertFalse(x.exists());
          a.remove();
          assertFalse(from.at("code.a.x").exists());
          assertThrows(UsageException.class, () -> from.at("").remove());
        });
    assertEquals("", code());
  }

  @ParameterizedTest
  @EnumSource
  void aCursorWaitsAtItsPath(On on) {
    with(
        on,
        from -> {
          Cursor waiting = from.at("code.a.b");
          Cursor deeper = from.at("code").at("a.b.c");
          assertFalse(waiting.exists());
          from.at("code.a.b").create(Kind.FOLDER);
          assertTrue(waiting.exists());
          assertFalse(deeper.exists());
          from.at("code.a").rename(Name.of("z"));
          assertEquals("code.z.b", waiting.path().toString());
          assertEquals("code.a.b.c", deeper.path().toString());
          deeper.create();
        });
    assertEquals("a(b(c)) z(b)", code());
  }

  @ParameterizedTest
  @EnumSource
  void orderIsKeptAndChanged(On on) {
    with(
        on,
        from -> {
          Cursor list = from.at("code.list").create();
          Cursor a = list.append(Name.of("a"), nodes.text("1"));
          Cursor b = list.append(Name.of("b"), nodes.text("2"));
          Cursor c = list.append(Name.of("c"), nodes.text("3"));
          assertEquals("a b c", names(list));
          c.moveBefore(a);
          assertEquals("c a b", names(list));
          c.moveAfter(a);
          assertEquals("a c b", names(list));
          c.moveAfter(a).moveBefore(b).moveAfter(c);
          assertEquals("a c b", names(list));
          a.moveTo(list);
          assertEquals("c b a", names(list));
          Cursor other = from.at("code.other").create();
          Cursor d = other.append(Name.of("d"), nodes.text("4"));
          NodeId id = d.id();
          d.moveAfter(c);
          assertEquals("c d b a", names(list));
          assertEquals(id, d.id());
          assertEquals(List.of(), other.children());
          assertThrows(UsageException.class, () -> d.moveBefore(from.at("code")));
          assertThrows(UsageException.class, () -> d.moveAfter(list));
          assertEquals("code.list.d", d.path().toString());
        });
  }

  private String names(Cursor parent) {
    List<String> names = new ArrayList<>();
    parent.children().forEach(child -> names.add(name(child)));
    return String.join(" ", names);
  }

  @Test
  void thereIsAlwaysRoomBetweenTwo() {
    session.change(
        "order",
        transaction -> {
          Cursor list = transaction.at(NodePath.parse("code.list")).create();
          Cursor first = list.append(Name.of("first"), nodes.text(""));
          Cursor last = list.append(Name.of("last"), nodes.text(""));
          for (int i = 0; i < 1200; i++) {
            list.append(Name.of("n" + i), nodes.text("")).moveAfter(first);
          }
          List<Cursor> children = list.children();
          assertEquals("first", name(children.get(0)));
          assertEquals("n1199", name(children.get(1)));
          assertEquals("n0", name(children.get(1200)));
          assertEquals(last.id(), children.get(1201).id());
        });
  }

  @ParameterizedTest
  @EnumSource
  void namesThatRepeatAreCounted(On on) {
    with(
        on,
        from -> {
          Cursor list = from.at("code.list").create();
          list.append(Name.of("f"), nodes.text("1"));
          Cursor second = list.append(Name.of("f"), nodes.text("2"));
          assertEquals("code.list.f~2", second.path().toString());
          assertEquals(second.id(), from.at("code.list.f~2").id());
          assertEquals(Value.of("3"), from.at("code.list.f~3").create().set("3").get());
          assertThrows(UsageException.class, () -> from.at("code.list.f~9").create());
          assertThrows(UsageException.class, () -> from.at("code.g~2").create());
          assertThrows(UsageException.class, () -> from.at("code.g.h~2").create());
          from.at("code.list.f").remove();
          assertEquals("code.list.f", second.path().toString());
        });
    assertEquals("list(f=2 f=3)", code());
  }

  @ParameterizedTest
  @EnumSource
  void whatWouldBeWrongIsRefusedAndNothingChanges(On on) {
    session.at(NodePath.parse("code.a.b.c")).create();
    session.at(NodePath.parse("code.d")).create(Kind.FOLDER).append(Name.of("a"), nodes.text("1"));
    String before = code();
    with(
        on,
        from -> {
          Cursor a = from.at("code.a");
          Cursor d = from.at("code.d");
          Cursor root = from.at(NodePath.ROOT);
          UsageException refused = assertThrows(UsageException.class, () -> a.moveTo(a));
          assertTrue(refused.hint().isPresent());
          assertThrows(UsageException.class, () -> a.moveTo(from.at("code.a.b")));
          assertThrows(UsageException.class, () -> a.moveTo(d));
          assertThrows(UsageException.class, () -> a.rename(Name.of("d")));
          assertThrows(UsageException.class, () -> a.rename(Name.EMPTY));
          assertThrows(UsageException.class, () -> d.append(Name.of("a"), nodes.text("2")));
          assertThrows(UsageException.class, () -> root.moveTo(a));
          assertThrows(UsageException.class, () -> root.rename(Name.of("x")));
          assertThrows(NotFoundException.class, () -> a.moveTo(from.at("code.none")));
          assertThrows(UsageException.class, () -> a.metadata("k".repeat(2000), Value.of(1)));
          assertThrows(UsageException.class, () -> a.set("\ud800"));
          NotFoundException near =
              assertThrows(NotFoundException.class, () -> from.at("cod.a").set("1"));
          assertEquals(Optional.of("Did you mean code?"), near.hint());
          assertEquals(a.id(), a.moveTo(from.at("code")).rename(Name.of("a")).id());
        });
    assertEquals(before, code());
  }

  @ParameterizedTest
  @EnumSource
  void linksMayLeadAnywhere(On on) {
    with(
        on,
        from -> {
          Cursor a = from.at("code.a").create(Kind.DATA);
          Cursor b = a.append(Name.of("b"), nodes.text(""));
          assertEquals(Optional.empty(), b.target());
          b.link(a);
          assertEquals(a.id(), b.target().orElseThrow().id());
          a.link(b);
          Cursor self = a.append(Name.of("self"), nodes.text(""));
          self.link(self);
          assertEquals(self.id(), self.target().orElseThrow().id());
          assertEquals(b.id(), b.target().orElseThrow().target().orElseThrow().id());
          Cursor root = from.at(NodePath.ROOT);
          assertEquals(root.id(), self.link(root).target().orElseThrow().id());
          assertEquals(NodePath.ROOT, self.target().orElseThrow().path());
          a.link(self);
          self.remove();
          assertEquals(Optional.empty(), a.target());
        });
  }

  @Test
  void theRootHasTheIdThatItsStateGivesIt() {
    NodeId id = workspace.state().node().entry(Name.of("root")).orElseThrow().id();
    assertEquals(id, session.at(NodePath.ROOT).id());
    assertTrue(session.at(id).exists());
    assertEquals(Name.EMPTY, session.at(id).name());
    assertEquals(Optional.empty(), session.at(id).parent());
    assertEquals("code config groups views", names(session.at(id)));
  }

  @Test
  void everyChangeOfASessionIsOneOperation() {
    Cursor x = session.at(NodePath.parse("code.a.x")).create();
    x.set("1").set("1").metadata("m", Value.of(1)).addType("t").rename(Name.of("y"));
    x.moveTo(session.at(NodePath.parse("code")));
    x.remove();
    List<String> log = new ArrayList<>();
    for (Operation operation : workspace.operations()) {
      log.add(operation.description());
      assertTrue(operation.description().equals("init") || operation.origin().equals(ME));
    }
    assertEquals(
        List.of(
            "remove code.y",
            "move code.a.y to code.y",
            "rename code.a.x to code.a.y",
            "add type t to code.a.x",
            "set m of code.a.x",
            "set code.a.x",
            "create code.a.x",
            "init"),
        log);
  }

  @Test
  void sessionCursorsSeeWhatOthersDid() {
    Cursor x = session.at(NodePath.parse("code.a.x")).create().set("1");
    Session other = workspace.session(new Origin("Bob", "test"));
    Cursor theirs = other.at(x.id());
    theirs.set("2");
    assertEquals(Value.of("2"), x.get());
    other.change(
        "past cursors",
        transaction -> {
          NodeBuilder code = transaction.root().child(Name.of("code"));
          Node a = code.entry(Name.of("a")).orElseThrow().node();
          NodeId id = code.entry(Name.of("a")).orElseThrow().id();
          code.remove(id);
          code.childOrNew(Name.of("deep"), Kind.FOLDER).append(id, Name.of("b"), a);
        });
    assertEquals("code.deep.b.x", x.path().toString());
    assertEquals("3", x.set("3").get().toString());
    other.at(NodePath.parse("code.deep")).remove();
    assertFalse(x.exists());
  }

  @Test
  void transactionCursorsSeeWhatBuildersDid() {
    Cursor x = session.at(NodePath.parse("code.a.x")).create().set("1");
    NodeId fresh = NodeId.random();
    session.change(
        "mixed",
        transaction -> {
          Cursor mine = transaction.at(x.id());
          mine.set("2");
          NodeBuilder code = transaction.root().child(Name.of("code"));
          assertEquals(Value.of("2"), code.child(Name.of("a")).child(Name.of("x")).value());
          Node a = code.entry(Name.of("a")).orElseThrow().node();
          NodeId id = code.entry(Name.of("a")).orElseThrow().id();
          code.remove(id);
          NodeBuilder deep = code.childOrNew(Name.of("deep"), Kind.FOLDER);
          deep.append(id, Name.of("b"), a);
          deep.child(Name.of("b"))
              .childOrNew(Name.of("new"), Kind.FOLDER)
              .append(fresh, Name.of("fresh"), nodes.text("f"));
          assertEquals("code.deep.b.x", mine.path().toString());
          assertEquals("code.deep.b.new.fresh", transaction.at(fresh).path().toString());
          mine.set("3");
          deep.child(Name.of("b")).remove(Name.of("x"));
          assertFalse(mine.exists());
          assertFalse(transaction.at(x.id()).exists());
        });
    assertEquals("deep(b(new(fresh=f)))", code());
  }

  @Test
  void aPathLeadsIntoARawFile() {
    Node raw = LineProjector.raw("one 1\ntwo 2\n");
    Cursor file =
        session.at(NodePath.parse("code.src")).create(Kind.FOLDER).append(Name.of("A.txt"), raw);
    assertEquals("one two", names(file));
    Cursor two = session.at(NodePath.parse("code.src.\"A.txt\".two"));
    assertEquals(Value.of("two 2\n"), two.get());
    assertEquals(LineProjector.inner(file.id(), "two"), two.id());
    assertEquals(raw.hash(), stored().hash());
    assertEquals(two.id(), session.at(two.id()).id());
    NodeId id = two.id();
    two.set("two 3\n");
    assertEquals(id, two.id());
    assertEquals("one 1\ntwo 3\n", LineProjector.text(stored()));
    assertEquals(content("one 1\ntwo 3\n"), stored().metadata("content"));
    assertEquals(Value.of(12), stored().metadata("size"));
    assertEquals(2, stored().size());
    Cursor one = session.at(NodePath.parse("code.src.\"A.txt\".one"));
    one.moveAfter(two);
    assertEquals(content("two 3\none 1\n"), stored().metadata("content"));
    one.remove();
    assertEquals(content("two 3\n"), stored().metadata("content"));
  }

  private Node stored() {
    return workspace.root().child("code").child("src").child("A.txt");
  }

  private static Value content(String text) {
    return Value.of(Hash.ofContent(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).bytes());
  }

  @Test
  void linesMoveBetweenRawFiles() {
    Cursor src = session.at(NodePath.parse("code.src")).create(Kind.FOLDER);
    Cursor a = src.append(Name.of("A.txt"), LineProjector.raw("one 1\ntwo 2\n"));
    Cursor b = src.append(Name.of("B.txt"), LineProjector.raw("three 3\nfour 4\n"));
    session.change(
        "move",
        transaction -> {
          Cursor one = transaction.at(a.id()).at("one");
          Cursor four = transaction.at(b.id()).at("four");
          NodeId id = one.id();
          one.moveBefore(four);
          assertEquals("code.src.\"B.txt\".one", one.path().toString());
          assertEquals(id, one.id());
          assertEquals(content("two 2\n"), transaction.at(a.id()).metadata("content"));
          assertEquals(content("one 1\ntwo 2\n"), a.metadata("content"));
          one.set("one 9\n");
        });
    assertEquals("three 3\none 9\nfour 4\n", LineProjector.text(b.node()));
    assertEquals(content("three 3\none 9\nfour 4\n"), b.metadata("content"));
    assertEquals(content("two 2\n"), a.metadata("content"));
  }

  @Test
  void aFileIsSetAsAWhole() {
    Cursor src = session.at(NodePath.parse("code.src")).create(Kind.FOLDER);
    Cursor a = src.append(Name.of("A.txt"), LineProjector.raw("one 1\ntwo 2\n"));
    a.at("one").set("one 7\n");
    assertThrows(UsageException.class, () -> a.set("text"));
    assertThrows(UsageException.class, () -> a.metadata("size", Value.of(1)));
    byte[] text = "three 3\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    a.set(Value.of(org.fxd.graph.api.Blob.of(text)));
    assertEquals("three", names(a));
    assertEquals(content("three 3\n"), stored().metadata("content"));
    assertEquals(Value.of(8), stored().metadata("size"));
    assertTrue(stored().value().asBlob().isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void aTreeIsSoDeepAndNoDeeper(On on) {
    String deep = "code" + ".d".repeat(Limits.DEPTH - 2);
    with(
        on,
        from -> {
          Cursor bottom = from.at(deep).create(Kind.FOLDER);
          Cursor last = bottom.append(Name.of("x"), nodes.text("1"));
          assertEquals(Limits.DEPTH, last.path().steps().size());
          assertThrows(UsageException.class, () -> last.append(Name.of("y"), nodes.text("2")));
          assertThrows(UsageException.class, () -> last.at("y").create());
          Cursor pair = from.at("code.pair").create(Kind.FOLDER);
          pair.append(Name.of("inner"), nodes.text("3"));
          UsageException refused = assertThrows(UsageException.class, () -> pair.moveTo(bottom));
          assertTrue(refused.getMessage().contains("1025"), refused.getMessage());
          assertEquals("code.pair", pair.path().toString());
          pair.at("inner").moveTo(bottom);
        });
  }
}
