package org.fxd.graph.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.ChangeHook;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Session;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.cursor.LineProjector;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions side by side: what both do is replayed, asked about, and seen whole or not at all. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CursorReplayTest {
  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final Workspace workspace = projects.createInMemory();
  private final Session ada = workspace.session(new Origin("Ada", "test"));
  private final Session bob = workspace.session(new Origin("Bob", "test"));

  @BeforeEach
  void project() {
    projects.projectors().add(new LineProjector());
    ada.at(NodePath.parse("code.a.x")).create().set("1");
    ada.at(NodePath.parse("code.b.y")).create().set("1");
    ada.at(NodePath.parse("code.b"))
        .append(Name.of("F"), LineProjector.raw("one 1\ntwo 2\nthree 3\n"));
  }

  @AfterEach
  void closeAll() {
    projects.close();
  }

  private static Cursor at(Transaction transaction, String path) {
    return transaction.at(NodePath.parse(path));
  }

  private String value(String path) {
    return ada.at(NodePath.parse(path)).get().toString();
  }

  private void hook(ChangeHook hook) {
    projects.hooks().listeners().add(hook, 0, 0, Optional.empty());
  }

  @Test
  void differentNodesAreBothSet() {
    try (Transaction one = ada.begin();
        Transaction two = bob.begin()) {
      at(one, "code.a.x").set("2");
      at(two, "code.b.y").set("3").rename(Name.of("z"));
      at(two, "code.a").rename(Name.of("c"));
      one.commit("one");
      two.commit("two");
    }
    assertEquals("2", value("code.c.x"));
    assertEquals("3", value("code.b.z"));
  }

  @Test
  void theSameNodeIsAConflictThatNamesIt() {
    Hash after;
    try (Transaction one = ada.begin();
        Transaction two = bob.begin()) {
      at(one, "code.a.x").set("2");
      at(two, "code.a.x").set("3");
      one.commit("one");
      after = workspace.root().hash();
      ConflictException conflict = assertThrows(ConflictException.class, () -> two.commit("two"));
      assertTrue(conflict.getMessage().contains("code/a/x"), conflict.getMessage());
    }
    assertEquals(after, workspace.root().hash());
    assertEquals("2", value("code.a.x"));
  }

  @Test
  void differentLinesOfARawFileAreBothSet() {
    try (Transaction one = ada.begin();
        Transaction two = bob.begin()) {
      at(one, "code.b.F.one").set("one 9\n");
      at(two, "code.b.F.three").set("three 7\n");
      at(two, "code.b.F.two").metadata("seen", Value.of(true));
      one.commit("one");
      two.commit("two");
    }
    Node file = ada.at(NodePath.parse("code.b.F")).node();
    assertEquals("one 9\ntwo 2\nthree 7\n", LineProjector.text(file));
    assertEquals(content(file), file.metadata("content"));
    assertEquals(Value.of(true), file.child("two").metadata("seen"));
  }

  @Test
  void aLineAndAWholeFileAreBothSet() {
    try (Transaction one = ada.begin();
        Transaction two = bob.begin()) {
      Entry file = one.root().child(Name.of("code")).child(Name.of("b")).entry(Name.of("F")).get();
      one.root()
          .child(Name.of("code"))
          .child(Name.of("b"))
          .put(file.withNode(LineProjector.raw("one 1\ntwo 8\nthree 3\n")));
      at(two, "code.b.F.three").set("three 7\n");
      at(two, "code.b.F").rename(Name.of("G"));
      one.commit("one");
      two.commit("two");
    }
    Node file = ada.at(NodePath.parse("code.b.G")).node();
    assertEquals("one 1\ntwo 8\nthree 7\n", LineProjector.text(file));
    assertEquals(content(file), file.metadata("content"));
  }

  @Test
  void theSameLineOfARawFileIsAConflict() {
    try (Transaction one = ada.begin();
        Transaction two = bob.begin()) {
      at(one, "code.b.F.one").set("one 9\n");
      at(two, "code.b.F.one").set("one 8\n");
      one.commit("one");
      ConflictException conflict = assertThrows(ConflictException.class, () -> two.commit("two"));
      assertTrue(conflict.getMessage().contains("code/b/F/one"), conflict.getMessage());
    }
  }

  private static Value content(Node file) {
    byte[] bytes = LineProjector.text(file).getBytes(StandardCharsets.UTF_8);
    return Value.of(Hash.ofContent(bytes).bytes());
  }

  @Test
  void movesThatTogetherMakeACircleAreAConflict() {
    try (Transaction one = ada.begin();
        Transaction two = bob.begin()) {
      at(one, "code.a").moveTo(at(one, "code.b"));
      at(two, "code.b").moveTo(at(two, "code.a"));
      one.commit("one");
      ConflictException conflict = assertThrows(ConflictException.class, () -> two.commit("two"));
      assertTrue(conflict.getMessage().contains("into itself"), conflict.getMessage());
    }
    assertEquals("1", value("code.b.a.x"));
  }

  @Test
  void hooksSeeWhatFollowsFromAnEditedFile() {
    List<Value> seen = new ArrayList<>();
    hook(
        (before, after, origin) ->
            seen.add(after.root().child("code").child("b").child("F").metadata("content")));
    ada.at(NodePath.parse("code.b.F.one")).set("one 9\n");
    assertEquals(List.of(content(ada.at(NodePath.parse("code.b.F")).node())), seen);
  }

  @Test
  void hooksAreAskedAgainAboutTheReplayedChange() {
    List<State> asked = new ArrayList<>();
    hook(
        (before, after, origin) -> {
          asked.add(after);
          Node code = after.root().child("code");
          if (code.child("a").child("x").value().equals(Value.of("2"))
              && code.child("b").child("y").value().equals(Value.of("3"))) {
            throw new RefusedException("2 and 3 do not go together.");
          }
        });
    try (Transaction one = ada.begin();
        Transaction two = bob.begin()) {
      at(one, "code.a.x").set("2");
      at(two, "code.b.y").set("3");
      one.commit("one");
      RefusedException refused = assertThrows(RefusedException.class, () -> two.commit("two"));
      assertEquals("2 and 3 do not go together.", refused.getMessage());
    }
    assertEquals(2, asked.size());
    assertEquals("1", value("code.b.y"));
    Cursor y = bob.at(NodePath.parse("code.b.y"));
    assertThrows(RefusedException.class, () -> y.set("3"));
    assertEquals("1", y.get().toString());
    assertEquals("4", y.set("4").get().toString());
  }

  /** Two nodes are always set alike; whoever reads one root sees them alike, and never waits. */
  @Test
  void readersSeeOneConsistentRootWhileOthersWrite() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch reading = new CountDownLatch(2);
    List<Future<Integer>> readers = new ArrayList<>();
    try (Transaction open = bob.begin()) {
      // Has the turn to write as long as it is open, because of its content.
      at(open, "code.held").create();
      for (int i = 0; i < 2; i++) {
        readers.add(
            threads.submit(
                () -> {
                  Cursor x = bob.at(NodePath.parse("code.a.x"));
                  int reads = 0;
                  while (!done.get() || reads < 100) {
                    Node code = workspace.root().child("code");
                    assertEquals(
                        code.child("a").child("x").value(), code.child("b").child("y").value());
                    assertTrue(x.exists());
                    reads++;
                    if (reads == 10) {
                      reading.countDown();
                    }
                  }
                  return reads;
                }));
      }
      assertTrue(reading.await(60, TimeUnit.SECONDS));
      for (int i = 0; i < 50; i++) {
        int number = i;
        ada.change(
            "both",
            transaction -> {
              at(transaction, "code.a.x").set(number);
              at(transaction, "code.b.y").set(number);
            });
      }
      // Now a transaction that holds the turn: readers go on all the same.
      open.blob(new java.io.ByteArrayInputStream(new byte[1 << 20]));
      Cursor x = ada.at(NodePath.parse("code.a.x"));
      assertEquals("49", x.get().toString());
      done.set(true);
      for (Future<Integer> reader : readers) {
        assertTrue(reader.get(60, TimeUnit.SECONDS) >= 100);
      }
      open.commit("held");
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
    assertEquals(Kind.DATA, ada.at(NodePath.parse("code.held")).node().kind());
    assertEquals("49", value("code.b.y"));
  }
}
