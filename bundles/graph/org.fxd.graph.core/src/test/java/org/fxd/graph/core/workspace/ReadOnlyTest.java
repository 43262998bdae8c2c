package org.fxd.graph.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.store.api.HeldException;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that one process writes to and another reads. */
class ReadOnlyTest {
  private static final Origin ME = new Origin("Ada <ada@example.org>", "test");

  @TempDir Path folder;
  private final Shelf shelf = new Shelf();
  private final Shelf other = shelf.another();
  private final OpenProjects here = projects(shelf);
  private final OpenProjects there = projects(other);
  private final List<Change> told = Collections.synchronizedList(new ArrayList<>());
  private Path file;
  private Workspace writing;

  private static OpenProjects projects(Shelf shelf) {
    return new OpenProjects(
        type -> type.equals("memory") ? new MemoryStores() : shelf,
        (workspace, store) -> () -> {},
        Clock.systemUTC());
  }

  @BeforeEach
  void create() throws Exception {
    file = folder.toRealPath().resolve("x.fxd");
    writing = here.create(file);
    Observer observer = (workspace, change) -> told.add(change);
    there.observers().listeners().add(observer, 0, 0, Optional.empty());
  }

  @AfterEach
  void close() {
    there.close();
    here.close();
  }

  private Hash put(String name) {
    return writing
        .change(
            ME,
            "put " + name,
            transaction -> transaction.at(NodePath.parse("config." + name)).create().set(name))
        .operation()
        .id();
  }

  private static String text(Workspace workspace, String name) {
    return workspace.root().child("config").child(name).value().toString();
  }

  @Test
  void whatOneCommitsTheOtherSees() throws Exception {
    Workspace reading = there.openToRead(file);
    assertTrue(reading.isReadOnly());
    assertFalse(writing.isReadOnly());
    Change before = writing.change(ME, "nothing", transaction -> {});
    Hash first = put("a");
    assertEquals(first, reading.state().operation());
    assertEquals("a", text(reading, "a"));
    put("b");
    assertTrue(reading.awaitObservers(Duration.ofSeconds(30)));
    assertEquals(
        List.of("put a", "put b"), told.stream().map(c -> c.operation().description()).toList());
    assertEquals(List.of(1, 1), told.stream().map(Change::count).toList());
    assertEquals(before.after().operation(), told.get(0).before().operation());
    assertEquals(told.get(0).after().operation(), told.get(1).before().operation());
  }

  @Test
  void movesThatAreToldAsOneAreCounted() throws Exception {
    other.whenAsked = () -> {};
    Workspace reading = there.openToRead(file);
    Hash before = reading.state().operation();
    put("a");
    put("b");
    Hash last = put("c");
    assertEquals(before, reading.state().operation());
    other.watcher.moved("something", before, last);
    assertEquals(before, reading.state().operation());
    other.watcher.moved(ProjectWorkspace.OPERATION, before, last);
    other.watcher.moved(ProjectWorkspace.OPERATION, before, last);
    assertEquals("c", text(reading, "c"));
    assertTrue(reading.awaitObservers(Duration.ofSeconds(30)));
    assertEquals(List.of(3), told.stream().map(Change::count).toList());
  }

  @Test
  void whatMovesWhileItIsOpenedIsNotMissed() {
    Hash before = writing.state().operation();
    other.whenAsked =
        () -> {
          other.whenAsked = () -> {};
          other.watcher.moved(ProjectWorkspace.OPERATION, before, put("a"));
        };
    Workspace reading = there.openToRead(file);
    assertEquals("a", text(reading, "a"));
  }

  @Test
  void nothingMovesAfterItIsClosed() {
    Workspace reading = there.openToRead(file);
    there.close(reading);
    put("a");
    assertTrue(told.isEmpty());
  }

  @Test
  void whoWantsToChangeItIsRefusedAtOnce() {
    Workspace reading = there.openToRead(file);
    RefusedException refusal = assertThrows(RefusedException.class, () -> reading.begin(ME));
    assertEquals(Category.DENIED, refusal.category());
    assertTrue(refusal.getMessage().contains("only to be read"), refusal.getMessage());
    assertTrue(refusal.hint().isPresent());
    assertThrows(
        RefusedException.class,
        () -> reading.session(ME).at(NodePath.parse("config.x")).create().set("x"));
    there.save(reading);
  }

  @Test
  void oneWorkspaceForOneFile() {
    Workspace reading = there.openToRead(file);
    assertSame(reading, there.openToRead(file));
    HeldException held = assertThrows(HeldException.class, () -> there.open(file));
    assertTrue(held.isHere());
    assertSame(writing, here.openToRead(file));
    there.close(reading);
    assertFalse(there.open(file).isReadOnly());
  }

  @Test
  void whatIsReadIsFoundAsItIs() {
    Workspace reading = there.openToRead(file);
    put("a");
    ProjectWorkspace project = (ProjectWorkspace) reading;
    assertTrue(
        project
            .finder()
            .find(
                reading.root(),
                reading
                    .root()
                    .child("config")
                    .entry(org.fxd.graph.api.Name.of("a"))
                    .orElseThrow()
                    .id())
            .isPresent());
    assertEquals(0, project.finder().index(Progress.NONE, Cancellation.none()));
  }

  @Test
  void aFileThatIsNotThereIsNotRead() {
    assertThrows(FxdException.class, () -> there.openToRead(folder.resolve("none.fxd")));
  }
}
