package org.fxd.store.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.CurrentProgress;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Exports;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.former.Formats;
import org.fxd.graph.core.former.FormerFiles;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.Batch;
import org.fxd.store.api.HeldException;
import org.fxd.store.api.Lease;
import org.fxd.store.api.OtherFormatException;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.Store;
import org.fxd.store.memory.MemoryStores;
import org.fxd.store.sqlite.SqliteStoreProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a file of version 1 as it is, and the first change to it. */
class MigrationTest {
  private static final Origin ORIGIN = new Origin("Ada", "test");

  @TempDir Path folder;

  private Path file;
  private String before;
  private final List<String> steps = new ArrayList<>();
  private Consumer<String> wanted = step -> {};

  @BeforeEach
  void makeFile() throws Exception {
    file =
        Original.at(folder.resolve("old.fxd"))
            .plain("code", "r", null)
            .snippet("s", "code", "greet", "\"let a;\"", "{\"id\":\"greet\",\"version\":1}")
            .plain("app", "r", null)
            .plain("name", "app", "\"Mine\"")
            .write();
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
    file = file.toRealPath();
    before = state(file);
  }

  private static String state(Path path) throws Exception {
    return Hash.ofContent(Files.readAllBytes(path)) + " " + Files.getLastModifiedTime(path);
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private OpenProjects projects() {
    return Providers.projects(
        step -> {
          steps.add(step);
          wanted.accept(step);
        });
  }

  private static void change(Workspace workspace, String text) {
    workspace.change(
        ORIGIN,
        "set",
        transaction ->
            transaction
                .root()
                .child(Name.of("code"))
                .child(Name.of("greet"))
                .value(Value.of(text)));
  }

  private static Value greet(Workspace workspace) {
    return Original.at(workspace.root(), "code", "greet").value();
  }

  private static Store store(Workspace workspace) {
    return ((ProjectWorkspace) workspace).store();
  }

  @Test
  void aFileIsReadAsItIs() throws Exception {
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);

      assertEquals(Value.of("let a;"), greet(workspace));
      assertEquals(file, workspace.file().orElseThrow());
      assertEquals(file.toString(), workspace.project());
      Operation first = workspace.operations().iterator().next();
      assertEquals("open version 1 file", first.description());
      assertEquals(before, state(file));
      assertTrue(
          workspace.notices().get(0).contains("read as it is"), workspace.notices()::toString);
    }
    assertEquals(before, state(file));
    assertEquals(List.of("old.fxd"), names());
  }

  @Test
  void theFirstChangeMigrates() throws Exception {
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      Node root = workspace.root();

      change(workspace, "let b;");

      assertEquals(Value.of("let b;"), greet(workspace));
      assertEquals(Value.of("let a;"), Original.at(root, "code", "greet").value());
      assertEquals(before, state(folder.resolve("old.v1.fxd")));
      assertTrue(workspace.notices().get(0).contains("old.v1.fxd"), workspace.notices()::toString);
      change(workspace, "let c;");
    }
    assertEquals(List.of("old.fxd", "old.v1.fxd"), names());
    steps.clear();
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      assertEquals(Value.of("let c;"), greet(workspace));
      List<String> descriptions = new ArrayList<>();
      workspace.operations().forEach(operation -> descriptions.add(operation.description()));
      assertEquals(List.of("set", "set", "open version 1 file"), descriptions);
      assertEquals(List.of("open"), steps);
      assertEquals(List.of(), workspace.notices());
    }
  }

  @Test
  void aBackupTakesNobodysPlace() throws Exception {
    Files.writeString(folder.resolve("old.v1.fxd"), "mine");
    Files.createDirectory(folder.resolve("old.v1-2.fxd"));
    try (OpenProjects projects = projects()) {
      change(projects.open(file), "let b;");
    }
    assertEquals("mine", Files.readString(folder.resolve("old.v1.fxd")));
    assertEquals(before, state(folder.resolve("old.v1-3.fxd")));
  }

  @Test
  void whoeverMayReadTheOldFileMayReadTheNewOne() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    try (OpenProjects projects = projects()) {
      change(projects.open(file), "let b;");
    }
    for (String name : List.of("old.fxd", "old.v1.fxd")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
    }
  }

  @Test
  void lookingIsNoChange() throws Exception {
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      Store store = store(workspace);
      try (Batch batch = store.begin()) {
        batch.index(new byte[] {1}, new byte[] {2});
        batch.commit();
      }
      assertEquals(before, state(file));
      assertEquals(
          2, store.<Integer>index(index -> (int) index.get(new byte[] {1}).orElseThrow()[0]));

      try (Batch batch = store.begin()) {
        batch.index(new byte[] {3}, new byte[] {4});
        batch.putBlob(new ByteArrayInputStream(new byte[20_000]));
        batch.commit();
      }
      assertFalse(before.equals(state(file)));
      assertEquals(
          2, store.<Integer>index(index -> (int) index.get(new byte[] {1}).orElseThrow()[0]));
      assertEquals(
          4, store.<Integer>index(index -> (int) index.get(new byte[] {3}).orElseThrow()[0]));
    }
  }

  @Test
  void whoWatchesAndLeasesGoesAlong() throws Exception {
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      Store store = store(workspace);
      List<String> moves = new ArrayList<>();
      Hash root = workspace.state().node().hash();
      RefWatch watch = store.watch((name, from, to) -> moves.add(name));
      RefWatch ended = store.watch((name, from, to) -> moves.add("no more"));
      ended.close();
      Lease lease = store.lease(List.of(root));

      change(workspace, "let b;");
      change(workspace, "let c;");

      assertEquals(List.of("operation", "operation"), List.copyOf(moves));
      assertEquals(List.of(root), List.copyOf(store.leased()));
      watch.close();
      lease.close();
      change(workspace, "let d;");
      assertEquals(2, moves.size());
      assertEquals(List.of(), List.copyOf(store.leased()));
    }
  }

  @Test
  void whatFailsLeavesTheFileAsItWas() throws Exception {
    List<String> all = new ArrayList<>();
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      steps.clear();
      change(workspace, "let b;");
      all.addAll(steps);
    }
    assertEquals(List.of("at rest", "create", "created", "at rest", "open"), all);
    for (int i = 0; i < all.indexOf("open"); i++) {
      makeAgain();
      failAt(i);
    }
  }

  private void makeAgain() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.toList()) {
        Files.delete(path);
      }
    }
    makeFile();
  }

  private void failAt(int step) throws Exception {
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      int from = steps.size();
      wanted =
          name -> {
            if (steps.size() == from + step + 1) {
              throw new StoreException("No space left on the device.");
            }
          };
      StoreException failure =
          assertThrows(StoreException.class, () -> change(workspace, "let b;"), "step " + step);
      assertTrue(failure.getMessage().contains("No space left"), failure.getMessage());
      assertTrue(failure.hint().orElse("").contains("It is as it was"), failure.hint()::toString);
      assertEquals(before, state(file));
      assertEquals(Value.of("let a;"), greet(workspace));
      wanted = name -> {};

      change(workspace, "let c;");
      assertEquals(Value.of("let c;"), greet(workspace));
    }
    assertEquals(List.of("old.fxd", "old.v1.fxd"), names());
    assertEquals(before, state(folder.resolve("old.v1.fxd")));
  }

  @Test
  void nobodyCanTakeTheFileInBetween() throws Exception {
    List<FxdException> refusals = new ArrayList<>();
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      wanted =
          step -> {
            if (step.equals("open")) {
              SqliteStoreProvider others = new SqliteStoreProvider(null);
              refusals.add(assertThrows(HeldException.class, () -> others.open(file)));
              refusals.add(assertThrows(HeldException.class, () -> others.hold(file)));
            }
          };
      change(workspace, "let b;");
      wanted = step -> {};
      assertEquals(2, refusals.size());
      assertThrows(HeldException.class, () -> new SqliteStoreProvider(null).hold(file));
      assertEquals(Value.of("let b;"), greet(workspace));
    }
    new SqliteStoreProvider(null).hold(file).close();
    assertEquals(List.of("old.fxd", "old.v1.fxd"), names());
  }

  @Test
  void openingAndTheFirstChangeTellHowFarTheyAre() throws Exception {
    List<String> phases = new ArrayList<>();
    long[] units = {0};
    Progress progress =
        new Progress() {
          @Override
          public void phase(String name, long total) {
            phases.add(name);
          }

          @Override
          public void advance(long more) {
            units[0] += more;
          }
        };
    try (OpenProjects projects = projects()) {
      Workspace workspace;
      try (CurrentProgress shown = CurrentProgress.begin(progress)) {
        workspace = projects.open(file);
        assertEquals(List.of("reading nodes", "making a project of it"), phases);
        units[0] = 0;
        change(workspace, "let b;");
      }
      assertEquals("bringing old.fxd to the present format", phases.get(2));
      assertTrue(units[0] > 5, "nodes: " + units[0]);
      units[0] = 0;
      change(workspace, "let c;");
      assertEquals(0, units[0]);
      assertEquals(3, phases.size());
    }
  }

  @Test
  void whatCannotBeOpenedAfterwardsSaysSo() throws Exception {
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      wanted =
          name -> {
            if (name.equals("open")) {
              throw new StoreException("Somebody was faster.");
            }
          };
      for (int i = 0; i < 2; i++) {
        StoreException failure =
            assertThrows(StoreException.class, () -> change(workspace, "let b;"));
        assertTrue(failure.getMessage().contains("Somebody was faster"), failure.getMessage());
        assertTrue(failure.hint().orElse("").contains("old.v1.fxd"));
      }
      assertEquals(Value.of("let a;"), greet(workspace));
      wanted = name -> {};
    }
    try (OpenProjects projects = projects()) {
      assertEquals(Value.of("let a;"), greet(projects.open(file)));
    }
    assertEquals(List.of("old.fxd", "old.v1.fxd"), names());
  }

  @Test
  void aFileThatSomebodyElseChangedIsLeftToThem() throws Exception {
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      Original.run(file, "UPDATE nodes SET value_json = '\"theirs\"' WHERE id = 's'");
      String theirs = state(file);

      StoreException failure =
          assertThrows(StoreException.class, () -> change(workspace, "let b;"));

      assertTrue(failure.getMessage().contains("another program has changed it"));
      assertEquals(theirs, state(file));
      Files.writeString(folder.resolve("old.fxd-wal"), "x");
      failure = assertThrows(StoreException.class, () -> change(workspace, "let b;"));
      assertTrue(failure.getMessage().contains("another program has it open"));
      assertEquals(theirs, state(file));
    }
    Files.delete(folder.resolve("old.fxd-wal"));
    assertEquals(List.of("old.fxd"), names());
  }

  @Test
  void oneAtATime() throws Exception {
    try (OpenProjects projects = projects();
        OpenProjects others = projects()) {
      Workspace workspace = projects.open(file);
      FxdException refusal = assertThrows(FxdException.class, () -> others.open(file));
      assertTrue(refusal.getMessage().contains("open"), refusal.getMessage());
      projects.close(workspace);
      others.open(file);
    }
  }

  @Test
  void whoOnlyReadsHoldsNothingAndChangesNothing() throws Exception {
    Formats formats = new Formats();
    formats.add("v1", () -> new FirstFormat(new GraphNodes(), null));
    SqliteStoreProvider files = new SqliteStoreProvider(null);
    OtherFormatException refused =
        assertThrows(OtherFormatException.class, () -> files.openToRead(file));
    try (OpenProjects projects = projects()) {
      projects.open(file);
      FormerFiles.Opened opened =
          new FormerFiles(formats)
              .open(file, refused, true, files, new MemoryStores(), Progress.NONE);
      try (Store store = opened.store();
          Batch filling = store.begin()) {
        filling.ref(ProjectWorkspace.OPERATION, Hash.ZERO, opened.root().hash());
        filling.commit();
        assertTrue(store.isReadOnly());
        StoreException refusal = assertThrows(StoreException.class, store::begin);
        assertTrue(refusal.getMessage().contains("can only be read"), refusal.getMessage());
        assertTrue(opened.store().notices().get(0).contains("can only be read"));
      }
    }
    assertEquals(before, state(file));
  }

  @Test
  void aFileThatCannotBeReadIsGivenBack() throws Exception {
    Files.writeString(folder.resolve("old.fxd-wal"), "x");
    try (OpenProjects projects = projects()) {
      assertThrows(FxdException.class, () -> projects.open(file));
      Files.delete(folder.resolve("old.fxd-wal"));
      assertEquals(Value.of("let a;"), greet(projects.open(file)));
    }
  }

  @Test
  void aCopyOfWhatIsNotMigratedIsOfOurFormat() throws Exception {
    Path copy = folder.resolve("copy.fxd");
    try (OpenProjects projects = projects()) {
      Store store = store(projects.open(file));
      store.copyTo(copy, false, Progress.NONE, Cancellation.none());
      FxdException refusal =
          assertThrows(
              FxdException.class,
              () -> store.copyTo(copy, false, Progress.NONE, Cancellation.none()));
      assertTrue(refusal.getMessage().contains("something of that name"));
      store.copyTo(copy, true, Progress.NONE, Cancellation.none());
      assertThrows(StoreException.class, store::compact);
    }
    assertEquals(before, state(file));
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(copy);
      assertEquals(Value.of("let a;"), greet(workspace));
      assertEquals(List.of(), workspace.notices());
    }
  }

  @Test
  void anExportIsReadAgain() throws Exception {
    Path exported = folder.resolve("exported.fxd");
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      change(workspace, "let b;");
      assertEquals(List.of("v1"), List.copyOf(projects.exports().formats()));
      projects
          .exports()
          .export(workspace, "v1", exported, false, Progress.NONE, Cancellation.none());
      FxdException itself =
          assertThrows(
              FxdException.class,
              () ->
                  projects
                      .exports()
                      .export(workspace, "v1", file, true, Progress.NONE, Cancellation.none()));
      // It said that the project is open, and to close it first.
      assertTrue(itself.getMessage().contains("the project itself"), itself.getMessage());
      assertThrows(
          FxdException.class,
          () ->
              projects
                  .exports()
                  .export(workspace, "v7", exported, true, Progress.NONE, Cancellation.none()));
    }
    Node root = Original.read(exported);
    assertEquals(Value.of("let b;"), Original.at(root, "code", "greet").value());
    assertEquals(Kind.SNIPPET, Original.at(root, "code", "greet").kind());
  }

  /** Each export drafted under a name of its own, and what a killed one left stayed for good. */
  @Test
  void whatAKilledExportLeftIsRemovedByTheNext() throws Exception {
    Path exported = folder.resolve("exported.fxd");
    try (OpenProjects projects = projects()) {
      Workspace workspace = projects.open(file);
      for (boolean replace : new boolean[] {false, true}) {
        Files.writeString(folder.resolve("exported.fxd.new"), "half");
        Files.writeString(folder.resolve("exported.fxd.new-journal"), "of another draft");
        projects
            .exports()
            .export(workspace, "v1", exported, replace, Progress.NONE, Cancellation.none());
        try (Stream<Path> all = Files.list(folder)) {
          assertEquals(
              List.of("exported.fxd"),
              all.map(path -> path.getFileName().toString())
                  .filter(name -> name.startsWith("exported"))
                  .toList());
        }
        assertEquals(Kind.SNIPPET, Original.at(Original.read(exported), "code", "greet").kind());
      }
    }
  }

  @Test
  void twoDoNotExportToOneFileAtATime() throws Exception {
    Path exported = folder.resolve("exported.fxd");
    try (OpenProjects projects = projects();
        Lease other = new SqliteStoreProvider(null).hold(exported)) {
      Workspace workspace = projects.open(file);
      Exports exports = projects.exports();
      assertThrows(
          HeldException.class,
          () ->
              exports.export(workspace, "v1", exported, false, Progress.NONE, Cancellation.none()));
      FxdException nowhere =
          assertThrows(
              NotFoundException.class,
              () ->
                  exports.export(
                      workspace,
                      "v1",
                      folder.resolve("none/x.fxd"),
                      false,
                      Progress.NONE,
                      Cancellation.none()));
      assertTrue(nowhere.getMessage().contains("there is no folder"), nowhere.getMessage());
    }
    assertFalse(Files.exists(exported));
  }
}
