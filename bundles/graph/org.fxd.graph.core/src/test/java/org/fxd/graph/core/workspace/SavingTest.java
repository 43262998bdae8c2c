package org.fxd.graph.core.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.index.ProjectIndex;
import org.fxd.store.api.HeldException;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A project in memory goes into a file, and what may be in the way of that. */
class SavingTest {
  private static final Origin ME = new Origin("Ada <ada@example.org>", "test");
  private static final byte[] COMMIT = {ObjectType.COMMIT.code(), 1, 2, 3};

  @TempDir Path folder;
  private final Shelf shelf = new Shelf();
  private final OpenProjects projects =
      new OpenProjects(
          type -> type.equals("memory") ? new MemoryStores() : shelf,
          (workspace, store) -> () -> {},
          Clock.systemUTC());
  private final byte[] content = new byte[100_000];
  private Workspace workspace;
  private Path file;

  @BeforeEach
  void aProjectInMemory() throws Exception {
    file = folder.toRealPath().resolve("x.fxd");
    new Random(1).nextBytes(content);
    workspace = projects.createInMemory();
    workspace.change(
        ME,
        "first",
        transaction -> {
          Blob blob = transaction.blob(new ByteArrayInputStream(content));
          transaction
              .root()
              .child(Name.of(Workspace.CODE))
              .childOrNew(Name.of("a.bin"), Kind.FILE)
              .value(Value.of(blob));
          transaction.ref("refs/heads/main", Ref.to(transaction.attach(COMMIT)));
        });
    put("b");
  }

  @AfterEach
  void close() {
    projects.close();
  }

  private void put(String name) {
    workspace.change(
        ME, "put " + name, t -> t.at(NodePath.parse("config." + name)).create().set(name));
  }

  private static List<Hash> log(Workspace project) {
    List<Hash> log = new ArrayList<>();
    for (Operation operation : project.operations()) {
      log.add(operation.id());
    }
    return log;
  }

  private Workspace saveAs(boolean replace) {
    return projects.saveAs(workspace, file, replace, Progress.NONE, Cancellation.none());
  }

  private void backup(boolean replace) {
    projects.backup(workspace, file, replace, Progress.NONE, Cancellation.none());
  }

  private List<String> left() throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void allOfItIsInTheFile() throws Exception {
    List<Hash> log = log(workspace);
    Hash root = workspace.root().hash();
    Workspace saved = saveAs(false);
    assertNotSame(workspace, saved);
    assertEquals(file.toString(), saved.project());
    assertEquals(List.of("x.fxd"), left());
    assertEquals(List.of(saved), projects.all());
    assertThrows(IllegalStateException.class, () -> workspace.begin(ME));
    assertEquals(log, log(saved));
    assertEquals(root, saved.root().hash());
    Value.OfBlob value = (Value.OfBlob) saved.root().child("code").child("a.bin").value();
    assertArrayEquals(content, value.blob().bytes());
    Hash commit = saved.state().resolve("refs/heads/main").orElseThrow();
    ProjectWorkspace project = (ProjectWorkspace) saved;
    Lookup found = project.store().get(List.of(commit)).get(commit);
    assertArrayEquals(COMMIT, ((Lookup.Present) found).bytes());
    workspace = saved;
    put("c");
    assertEquals(log.size() + 1, log(saved).size());
    projects.close(saved);
    assertEquals("c", projects.open(file).root().child("config").child("c").value().toString());
  }

  @Test
  void theIndexComesAlong() {
    Workspace saved = saveAs(false);
    Hash root = saved.root().hash();
    boolean isThere =
        ((ProjectWorkspace) saved).store().index(reader -> ProjectIndex.isOf(root, reader));
    assertTrue(isThere);
  }

  @Test
  void aBackupIsOfOneMomentAndTheProjectGoesOn() {
    List<Hash> log = log(workspace);
    backup(false);
    put("later");
    Workspace copy = projects.open(file);
    assertEquals(log, log(copy));
    assertFalse(copy.root().child("config").child("later").exists());
    assertEquals(2, projects.all().size());
  }

  /** One of a damaged project was praised, and then nobody could go back to it. */
  @Test
  void aBackupThatCannotBeOpenedIsNoneToRelyOn() {
    shelf.damaged = true;
    StoreException failure = assertThrows(StoreException.class, () -> backup(false));
    assertTrue(failure.getMessage().contains("has the damage"), failure.getMessage());
    assertEquals("salvage it", failure.hint().orElseThrow());
  }

  @Test
  @Timeout(60)
  void whoChangesItMeanwhileIsTold() throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread other =
        new Thread(
            () -> {
              try {
                while (true) {
                  put("other");
                  workspace.change(ME, "away", t -> t.at(NodePath.parse("config.other")).remove());
                }
              } catch (RuntimeException e) {
                failure.set(e);
              }
            });
    other.start();
    Workspace saved = saveAs(false);
    other.join();
    assertEquals(IllegalStateException.class, failure.get().getClass());
    assertTrue(failure.get().getMessage().contains("closed"), failure.get().getMessage());
    assertEquals(log(saved).get(0), saved.state().operation());
  }

  @Test
  void whatIsThereStaysUnlessItIsToBeReplaced() throws Exception {
    backup(false);
    put("more");
    FxdException refusal = assertThrows(FxdException.class, () -> backup(false));
    assertTrue(refusal.getMessage().contains("something of that name"), refusal.getMessage());
    assertThrows(FxdException.class, () -> saveAs(false));
    assertFalse(workspace.root().child("config").child("x").exists());
    backup(true);
    assertTrue(projects.open(file).root().child("config").child("more").exists());
  }

  @Test
  void whatIsNoProjectIsNeverReplaced() throws Exception {
    Files.writeString(file, "Dear reader");
    FxdException refusal = assertThrows(FxdException.class, () -> backup(true));
    assertTrue(refusal.getMessage().contains("no project"), refusal.getMessage());
    assertEquals("Dear reader", Files.readString(file));
    assertThrows(FxdException.class, () -> saveAs(true));
    assertSame(workspace, projects.all().get(0));
    put("on");
  }

  @Test
  void whatSomebodyHasOpenIsNeverReplaced() {
    Workspace open = projects.create(file);
    HeldException held = assertThrows(HeldException.class, () -> backup(true));
    assertTrue(held.isHere());
    assertTrue(projects.all().contains(open));
  }

  @Test
  void whoStopsItLeavesNothing() throws Exception {
    Cancellation cancellation = Cancellation.none();
    Progress stopping =
        new Progress() {
          @Override
          public void phase(String name, long total) {}

          @Override
          public void advance(long units) {
            cancellation.cancel();
          }
        };
    assertThrows(
        CancelledException.class,
        () -> projects.saveAs(workspace, file, false, stopping, cancellation));
    assertEquals(List.of(), left());
    put("on");
  }

  @Test
  void aFullDiskLeavesNothing() throws Exception {
    for (int n = 1; n < 12; n++) {
      shelf.failAtWrite(n);
      assertThrows(StoreException.class, () -> saveAs(false), "write " + n);
      assertEquals(List.of(), left());
    }
    put("on");
    assertTrue(saveAs(false).root().child("config").child("on").exists());
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    file = folder.resolve("none/x.fxd");
    assertThrows(NotFoundException.class, () -> saveAs(false));
  }

  @Test
  void toGoOnInItsOwnFileIsToSave() {
    workspace = saveAs(false);
    assertSame(workspace, saveAs(false));
    assertThrows(UsageException.class, () -> backup(true));
    projects.save(workspace);
  }

  @Test
  void whatLivesInMemoryHasNoFileToBeSavedIn() {
    assertThrows(UsageException.class, () -> projects.save(workspace));
  }

  @Test
  void whatIsClosedCannotBeSaved() {
    projects.close(workspace);
    assertThrows(UsageException.class, () -> saveAs(false));
    assertThrows(UsageException.class, () -> projects.save(workspace));
  }
}
