package org.fxd.graph.core.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.FaultyStore;
import org.fxd.testkit.OneStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private static final Origin ME = new Origin("Ada <ada@example.org>", "test");

  private final FaultyStore store = new FaultyStore(new MemoryStores().create(Path.of("memory")));
  private final OpenProjects projects = OpenProjects.over(new OneStore(store));
  private final Workspace workspace = projects.createInMemory();

  @AfterEach
  void closeAll() {
    projects.close();
  }

  private static void set(Transaction transaction, String name, String text) {
    code(transaction).childOrNew(Name.of(name), Kind.GAP).value(Value.of(text));
  }

  private static NodeBuilder code(Transaction transaction) {
    return transaction.root().child(Name.of(Workspace.CODE));
  }

  private Change put(String name, String text) {
    return workspace.change(ME, "put " + name, transaction -> set(transaction, name, text));
  }

  private String text(String name) {
    return workspace.root().child(Workspace.CODE).child(name).value().toString();
  }

  private static byte[] large(int seed) {
    byte[] bytes = new byte[ProjectTransaction.SMALL * 4];
    new java.util.Random(seed).nextBytes(bytes);
    return bytes;
  }

  @Test
  void aNewProjectIsEmptyAndOnItsFirstBranch() {
    Node root = workspace.root();
    assertEquals(Kind.ROOT, root.kind());
    List<String> names = new ArrayList<>();
    root.entries().forEach(entry -> names.add(entry.name().toString()));
    assertEquals(List.of("code", "config", "groups", "views"), names);
    assertEquals(Optional.of(Ref.to("refs/heads/main")), workspace.state().ref(State.HEAD));
    assertEquals(Optional.empty(), workspace.state().resolve(State.HEAD));
    Operation init = workspace.operations().iterator().next();
    assertEquals("init", init.description());
    assertEquals(List.of(), init.parents());
    assertEquals(workspace.state().operation(), init.id());
    assertEquals(workspace.state().node().hash(), init.after());
    assertEquals(Optional.of(workspace), projects.find(workspace.project()));
  }

  @Test
  void aChangeIsOneOperationAndTheLogTellsAllOfThem() {
    State before = workspace.state();
    Change change = put("a", "1");
    assertEquals(before.node(), change.before().node());
    assertEquals(1, change.count());
    assertEquals(workspace.state().operation(), change.operation().id());
    assertEquals(ME, change.operation().origin());
    put("b", "2");
    List<String> log = new ArrayList<>();
    Operation last = null;
    for (Operation operation : workspace.operations()) {
      log.add(operation.description());
      if (last != null) {
        assertEquals(List.of(operation.id()), last.parents());
        assertEquals(operation.after(), last.before());
        assertEquals(operation.replica(), last.replica());
        assertFalse(last.time().isBefore(operation.time()));
      }
      last = operation;
    }
    assertEquals(List.of("put b", "put a", "init"), log);
    assertEquals("1", text("a"));
    assertEquals("", before.root().child("code").child("a").value().toString());
  }

  @Test
  void nothingChangedWritesNothing() {
    put("a", "1");
    int writes = store.writes();
    Change change = put("a", "1");
    assertEquals(0, change.count());
    assertEquals(change.before().operation(), change.after().operation());
    assertEquals(writes, store.writes());
  }

  @Test
  void aSmallChangeWritesFewObjects() {
    workspace.change(
        ME,
        "many",
        transaction -> {
          for (int i = 0; i < 2000; i++) {
            set(transaction, "file " + i, "text " + i);
          }
        });
    int objects = store.objects();
    put("file 77", "other");
    // The leaf, its chunk, code, root, the state and the operation.
    assertEquals(6, store.objects() - objects);
  }

  @Test
  void transactionsThatDoNotTouchEachOtherBothSurvive() {
    put("a", "1");
    try (Transaction first = workspace.begin(ME);
        Transaction second = workspace.begin(ME)) {
      set(first, "a", "first");
      set(second, "b", "second");
      first.commit("first");
      assertEquals(1, second.commit("second").count());
    }
    assertEquals("first", text("a"));
    assertEquals("second", text("b"));
  }

  @Test
  void transactionsThatContradictEachOtherAreAConflict() {
    put("a", "1");
    try (Transaction first = workspace.begin(ME);
        Transaction second = workspace.begin(ME)) {
      set(first, "a", "first");
      set(second, "a", "second");
      first.commit("first");
      ConflictException conflict =
          assertThrows(ConflictException.class, () -> second.commit("second"));
      assertTrue(conflict.getMessage().contains("'code/a'"), conflict.getMessage());
      assertThrows(IllegalStateException.class, () -> second.commit("again"));
    }
    assertEquals("first", text("a"));
    put("a", "third");
  }

  @Test
  void referencesChangeWithTheRestAndContradictLikeTheRest() {
    Hash one = Hash.ofContent(new byte[] {1});
    Hash two = Hash.ofContent(new byte[] {2});
    workspace.change(ME, "branch", transaction -> transaction.ref("refs/heads/main", Ref.to(one)));
    assertEquals(Optional.of(one), workspace.state().resolve(State.HEAD));
    assertEquals(
        List.of("refs/heads/main"), List.copyOf(workspace.state().refs(State.BRANCHES).keySet()));
    try (Transaction first = workspace.begin(ME);
        Transaction second = workspace.begin(ME)) {
      first.ref("refs/heads/main", Ref.to(two));
      second.ref("refs/heads/main", Ref.to(Hash.ofContent(new byte[] {3})));
      first.commit("first");
      assertThrows(ConflictException.class, () -> second.commit("second"));
    }
    workspace.change(ME, "gone", transaction -> transaction.ref("refs/heads/main", null));
    assertEquals(Optional.empty(), workspace.state().ref("refs/heads/main"));
    workspace.change(ME, "loop", transaction -> transaction.ref("a", Ref.to("a")));
    assertEquals(Optional.empty(), workspace.state().resolve("a"));
  }

  @Test
  void contentOfAnySizeComesBack() {
    byte[] small = {1, 2, 3};
    byte[] large = large(1);
    Blob[] kept = new Blob[1];
    workspace.change(
        ME,
        "content",
        transaction -> {
          Blob first = transaction.blob(new ByteArrayInputStream(small));
          Blob second = transaction.blob(new ByteArrayInputStream(large));
          assertEquals(Hash.ofContent(large), second.hash());
          assertEquals(large.length, second.size());
          // A hook, or whoever scans it, may read it before it is durable.
          assertArrayEquals(large, second.bytes());
          kept[0] = second;
          code(transaction).childOrNew(Name.of("s"), Kind.FILE).value(Value.of(first));
          code(transaction).childOrNew(Name.of("l"), Kind.FILE).value(Value.of(second));
        });
    assertArrayEquals(large, kept[0].bytes());
    Node code = workspace.root().child("code");
    assertArrayEquals(small, code.child("s").value().asBlob().orElseThrow().bytes());
    assertArrayEquals(large, code.child("l").value().asBlob().orElseThrow().bytes());
  }

  @Test
  void contentOfATransactionThatWasGivenUpIsNotTakenForStored() {
    Blob lost;
    try (Transaction transaction = workspace.begin(ME)) {
      lost = transaction.blob(new ByteArrayInputStream(large(2)));
    }
    assertThrows(
        StoreException.class,
        () ->
            workspace.change(
                ME,
                "lost",
                transaction ->
                    code(transaction).childOrNew(Name.of("l"), Kind.FILE).value(Value.of(lost))));
    put("a", "1");
  }

  @Test
  void attachedObjectsAreStored() {
    byte[] commit = {3, 1, 42};
    Hash[] hash = new Hash[1];
    workspace.change(
        ME,
        "commit",
        transaction -> {
          hash[0] = transaction.attach(commit);
          transaction.ref("refs/heads/main", Ref.to(hash[0]));
        });
    assertTrue(store.size(hash[0]).isPresent());
    try (Transaction transaction = workspace.begin(ME)) {
      assertThrows(IllegalArgumentException.class, () -> transaction.attach(new byte[] {99}));
    }
  }

  @Test
  void attachedTreesAreStoredBesideTheRoot() {
    put("a", "1");
    Node root = workspace.root();
    Node beside = workspace.root().builder().childOrNew(Name.of("b"), Kind.FOLDER).build();
    workspace.change(
        ME,
        "attach",
        transaction -> {
          transaction.attach(beside);
          transaction.attach(root); // It is there, which costs nothing.
          transaction.ref("refs/trees/b", Ref.to(beside.hash()));
        });
    assertEquals(root, workspace.root());
    assertEquals(beside.kind(), workspace.node(beside.hash()).kind());
    try (Transaction transaction = workspace.begin(ME)) {
      transaction.commit("nothing");
      assertThrows(IllegalStateException.class, () -> transaction.attach(beside));
    }
  }

  @Test
  void anotherRootMayBePutInPlace() {
    put("a", "1");
    Node old = workspace.root();
    put("a", "2");
    workspace.change(ME, "back", transaction -> transaction.root(old));
    assertEquals("1", text("a"));
    assertEquals(old, workspace.node(old.hash()));
    Node folder = old.child("code");
    try (Transaction transaction = workspace.begin(ME)) {
      assertThrows(IllegalArgumentException.class, () -> transaction.root(folder));
    }
  }

  @Test
  void nodesOfAnotherProjectAreCopied() {
    byte[] large = large(3);
    OpenProjects others = OpenProjects.over(new MemoryStores());
    Workspace other = others.createInMemory();
    other.change(
        ME,
        "there",
        transaction -> {
          NodeBuilder folder = code(transaction).childOrNew(Name.of("f"), Kind.FOLDER);
          folder
              .childOrNew(Name.of("l"), Kind.FILE)
              .value(Value.of(transaction.blob(new ByteArrayInputStream(large))));
        });
    Entry there = other.root().child("code").entry(Name.of("f")).orElseThrow();
    workspace.change(ME, "here", transaction -> code(transaction).put(there));
    others.close();
    Node copied = workspace.root().child("code").child("f").child("l");
    assertArrayEquals(large, copied.value().asBlob().orElseThrow().bytes());
  }

  @Test
  void aHookRefusesAndIsAskedAgainOnReplay() {
    List<String> asked = new ArrayList<>();
    projects
        .hooks()
        .listeners()
        .add(
            (before, after, origin) -> {
              asked.add(origin.source());
              if (after.root().child("code").child("bad").exists()
                  && after.root().child("code").child("worse").exists()) {
                throw new RefusedException("Not both of them.");
              }
            },
            0,
            0,
            Optional.empty());
    try (Transaction first = workspace.begin(ME);
        Transaction second = workspace.begin(ME)) {
      set(first, "bad", "1");
      set(second, "worse", "1");
      first.commit("first");
      RefusedException refused =
          assertThrows(RefusedException.class, () -> second.commit("second"));
      assertEquals("Not both of them.", refused.getMessage());
    }
    assertEquals(2, asked.size());
    assertEquals("", text("worse"));
  }

  @Test
  void hooksAreAskedInOrderAndForTheirProjectOnly() {
    List<String> asked = new ArrayList<>();
    Listeners<org.fxd.graph.api.workspace.ChangeHook> hooks = projects.hooks().listeners();
    hooks.add((before, after, origin) -> asked.add("low"), -5, 1, Optional.empty());
    hooks.add((before, after, origin) -> asked.add("high"), 5, 2, Optional.empty());
    hooks.add((before, after, origin) -> asked.add("here"), 0, 3, Optional.of(workspace.project()));
    hooks.add((before, after, origin) -> asked.add("elsewhere"), 0, 4, Optional.of("memory:99"));
    put("a", "1");
    assertEquals(List.of("high", "here", "low"), asked);
    hooks.add(
        (before, after, origin) -> {
          throw new ArithmeticException("broken");
        },
        9,
        5,
        Optional.empty());
    RefusedException refused = assertThrows(RefusedException.class, () -> put("b", "1"));
    assertTrue(refused.getMessage().contains(getClass().getName()), refused.getMessage());
  }

  @Test
  void aFullDiskChangesNothing() {
    put("a", "1");
    for (int write = 1; write <= 7; write++) {
      State before = workspace.state();
      store.failAtWrite(write);
      String text = "text " + write;
      assertThrows(StoreException.class, () -> put("a", text), "write " + write);
      assertSame(before, workspace.state());
      assertEquals("1", text("a"));
    }
    put("a", "2");
    assertEquals("2", text("a"));
  }

  @Test
  void oneThreadCannotWaitForItself() {
    try (Transaction first = workspace.begin(ME)) {
      first.blob(new ByteArrayInputStream(large(4)));
      IllegalStateException failure =
          assertThrows(IllegalStateException.class, () -> put("a", "1"));
      assertTrue(failure.getMessage().contains("another transaction"));
      set(first, "b", "1");
      first.commit("the first goes on");
    }
    assertEquals("1", text("b"));
  }

  @Test
  void closingTakesTheProjectAway() {
    projects.close(workspace);
    projects.close(workspace);
    assertEquals(List.of(), projects.all());
    assertThrows(IllegalStateException.class, () -> workspace.begin(ME));
    assertThrows(IllegalStateException.class, () -> store.ref("operation"));
    assertThrows(FxdException.class, () -> projects.open(Path.of("no such project.fxd")));
  }

  @Test
  void nodesAreMadeByTheServiceToo() {
    Node leaf = new GraphNodes().leaf(Kind.GAP, Value.of("made"));
    workspace.change(
        ME,
        "made",
        transaction ->
            code(transaction).append(org.fxd.graph.api.NodeId.random(), Name.of("m"), leaf));
    assertEquals("made", text("m"));
  }
}
