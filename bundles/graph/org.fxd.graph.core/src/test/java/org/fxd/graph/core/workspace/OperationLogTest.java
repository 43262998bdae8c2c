package org.fxd.graph.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.oplog.Step;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.OneStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationLogTest {
  private static final Origin ME = new Origin("Ada <ada@example.org>", "test");

  private final AtomicReference<ProjectWorkspace> opened = new AtomicReference<>();
  private final OneStore stores = new OneStore(new MemoryStores().create(Path.of("memory")));
  private final OpenProjects projects =
      new OpenProjects(
          type -> stores,
          (workspace, store) -> {
            opened.set(workspace);
            return () -> {};
          },
          Clock.systemUTC());
  private Workspace workspace;
  private OperationLog log;

  @BeforeEach
  void open() {
    workspace = projects.createInMemory();
    log = new ProjectOperationLog(opened.get());
  }

  @AfterEach
  void close() {
    projects.close();
  }

  @Test
  void stepByStepBackAndForth() {
    put("a", "1");
    Change second = put("a", "2");
    Step undone = log.undo(ME);
    assertEquals(second.operation(), undone.operation());
    assertEquals("1", text("a"));
    log.undo(ME);
    assertEquals("", text("a"));
    NotFoundException first = assertThrows(NotFoundException.class, () -> log.undo(ME));
    assertTrue(first.getMessage().contains("begins with this"), first.getMessage());
    log.redo(ME);
    assertEquals("1", text("a"));
    assertEquals(second.operation(), log.redo(ME).operation());
    assertEquals("2", text("a"));
    assertThrows(NotFoundException.class, () -> log.redo(ME));
    assertEquals(second.operation(), log.current());
  }

  @Test
  void referencesComeBackToo() {
    Hash commit = Hash.ofContent(new byte[] {1});
    workspace.change(ME, "branch", t -> t.ref(State.BRANCHES + "x", Ref.to(commit)));
    log.undo(ME);
    assertEquals(Optional.empty(), workspace.state().ref(State.BRANCHES + "x"));
    log.redo(ME);
    assertEquals(Optional.of(Ref.to(commit)), workspace.state().ref(State.BRANCHES + "x"));
  }

  @Test
  void theOperationSaysWhatItDid() {
    put("a", "1");
    Operation second = put("a", "2").operation();
    log.undo(ME);
    Operation undo = log.newest();
    assertEquals("undo: put a", undo.description());
    assertEquals(Optional.of(second.id().toString()), undo.field(Operation.UNDOES));
    assertEquals(undo.field(Operation.AT), Optional.of(second.parents().get(0).toString()));
    log.redo(ME);
    assertEquals(Optional.of(second.id().toString()), log.newest().field(Operation.REDOES));
    assertEquals(List.of(undo.id()), log.newest().parents());
  }

  @Test
  void whatIsDoneAfterAnUndoIsUndoneFirst() {
    put("a", "1");
    put("a", "2");
    log.undo(ME);
    put("b", "3");
    assertThrows(NotFoundException.class, () -> log.redo(ME));
    log.undo(ME);
    assertEquals("1 ", text("a") + " " + text("b"));
    log.undo(ME);
    assertEquals("2", text("a"), "the undo is a command like any other, and is undone");
    log.redo(ME);
    assertEquals("1", text("a"));
  }

  @Test
  void oneOperationAlone() {
    put("a", "1");
    Operation b = put("b", "2").operation();
    put("c", "3");
    Step undone = log.undo(b, ME);
    assertEquals(b, undone.operation());
    assertEquals("1  3", text("a") + " " + text("b") + " " + text("c"));
    assertEquals(log.newest(), log.current());
    log.undo(ME);
    assertEquals("2", text("b"));
    assertEquals(1, log.undo(log.find("@"), ME).change().count());
  }

  @Test
  void oneThatLaterWorkBuildsUponIsNotUndone() {
    Operation one = put("a", "1").operation();
    put("a", "2");
    State before = workspace.state();
    ConflictException refused = assertThrows(ConflictException.class, () -> log.undo(one, ME));
    assertTrue(refused.getMessage().contains("cannot be undone by itself"), refused.getMessage());
    assertEquals(before, workspace.state());
  }

  @Test
  void restoringIsACommandLikeAnyOther() {
    Operation one = put("a", "1").operation();
    put("a", "2");
    put("b", "3");
    log.restore(one, ME);
    assertEquals("1 ", text("a") + " " + text("b"));
    assertEquals(Optional.of(one.id().toString()), log.newest().field(Operation.RESTORES));
    log.undo(ME);
    assertEquals("2 3", text("a") + " " + text("b"));
    assertEquals(0, log.restore(log.newest(), ME).change().count(), "it is there already");
  }

  @Test
  void whatItDidOutsideIsSaid() {
    workspace.change(
        ME,
        "push",
        t -> {
          t.root().child(Name.of(Workspace.CODE)).childOrNew(Name.of("x"), Kind.GAP);
          t.field(Operation.OUTSIDE, "origin has it.");
        });
    assertEquals(Optional.of("origin has it."), log.undo(ME).outside());
  }

  @Test
  void fieldsAreChecked() {
    workspace.change(
        ME,
        "fields",
        t -> {
          assertThrows(IllegalArgumentException.class, () -> t.field("Not one", "x"));
          assertThrows(IllegalArgumentException.class, () -> t.field(Operation.AT, "x"));
          assertThrows(IllegalArgumentException.class, () -> t.field("a", "x".repeat(4097)));
          for (int i = 0; i < 64; i++) {
            t.field("f" + i, "x");
          }
          t.field("f1", "another");
          assertThrows(IllegalArgumentException.class, () -> t.field("more", "x"));
          t.root().child(Name.of(Workspace.CODE)).childOrNew(Name.of("x"), Kind.GAP);
        });
    assertEquals(64, log.newest().fields().size());
    assertEquals(Optional.of("another"), log.newest().field("f1"));
  }

  @Test
  void foundByWhatAPersonTypes() {
    Operation one = put("a", "1").operation();
    Operation two = put("a", "2").operation();
    assertEquals(two, log.find("@"));
    assertEquals(one, log.find("@-"));
    assertEquals(one, log.find("op:@-"));
    assertEquals(one, log.find(one.id().toString()));
    assertEquals(one, log.find(one.id().toString().substring(0, 16).toUpperCase(Locale.ROOT)));
    assertEquals(one, log.find("op:" + two.id().toString().substring(0, 16) + "-"));
    assertThrows(NotFoundException.class, () -> log.find("@---"));
    assertThrows(NotFoundException.class, () -> log.find("0".repeat(64)));
    assertThrows(NotFoundException.class, () -> log.find("0".repeat(20)));
    for (String none : List.of("", "op:", "abc", "@x", "xyzw", "-", "@ ")) {
      assertThrows(UsageException.class, () -> log.find(none), none);
    }
    log.undo(ME);
    assertEquals(one, log.find("@"));
    assertEquals("2", log.state(two).root().child(Workspace.CODE).child("a").value().toString());
  }

  @Test
  void severalThatBeginAlikeAreTold() {
    for (int i = 0; i < 700; i++) {
      put("a", "" + i);
    }
    List<String> starts = new ArrayList<>();
    workspace
        .operations()
        .forEach(operation -> starts.add(operation.id().toString().substring(0, 4)));
    // Among 700 ids, two that begin with the same four digits are as good as certain; which ones is
    // not known beforehand.
    for (int more = 700; Set.copyOf(starts).size() == starts.size(); more++) {
      starts.add(put("a", "" + more).operation().id().toString().substring(0, 4));
    }
    String twice =
        starts.stream().filter(s -> Collections.frequency(starts, s) > 1).findFirst().orElseThrow();
    UsageException several = assertThrows(UsageException.class, () -> log.find(twice));
    assertTrue(several.hint().orElseThrow().contains(twice), several.hint().get());
  }

  @Test
  void aHookMayRefuse() {
    put("a", "1");
    projects
        .hooks()
        .listeners()
        .add(
            (before, after, origin) -> {
              throw new RefusedException("Not today.", "Tomorrow.");
            },
            0,
            0,
            Optional.empty());
    State before = workspace.state();
    assertThrows(RefusedException.class, () -> log.undo(ME));
    assertEquals(before, workspace.state());
  }

  @Test
  void manyAtOnceKeepTheLogSound() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Void>> all = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int number = thread;
      Callable<Void> work =
          () -> {
            for (int i = 0; i < 25; i++) {
              if (number % 2 == 0) {
                write("t" + number, "" + i);
              } else {
                backOrForth(i);
              }
            }
            return null;
          };
      all.add(threads.submit(work));
    }
    for (Future<Void> one : all) {
      one.get();
    }
    threads.shutdown();
    assertTrue(workspace.awaitObservers(Duration.ofSeconds(10)));
    Operation later = null;
    for (Operation operation : workspace.operations()) {
      if (later != null) {
        assertEquals(List.of(operation.id()), later.parents());
        assertEquals(operation.after(), later.before());
      }
      if (operation.field(Operation.AT).isPresent()) {
        Operation at = log.find(operation.field(Operation.AT).get());
        assertEquals(at.after(), operation.after());
      }
      later = operation;
    }
  }

  private void write(String name, String text) {
    try {
      put(name, text);
    } catch (ConflictException e) {
      // An undo took away what this change was to replace.
      assertTrue(e.getMessage().contains(name), e.getMessage());
    }
  }

  private void backOrForth(int i) {
    try {
      if (i % 3 == 0) {
        log.redo(ME);
      } else {
        log.undo(ME);
      }
    } catch (NotFoundException e) {
      // Someone else was there first: nothing is left to undo, or to do again.
      assertTrue(e.getMessage().startsWith("There is nothing to"), e.getMessage());
    }
  }

  private Change put(String name, String text) {
    return workspace.change(
        ME,
        "put " + name,
        t ->
            t.root()
                .child(Name.of(Workspace.CODE))
                .childOrNew(Name.of(name), Kind.GAP)
                .value(Value.of(text)));
  }

  private String text(String name) {
    return workspace.root().child(Workspace.CODE).child(name).value().toString();
  }
}
