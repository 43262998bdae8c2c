package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.graph.api.upkeep.SalvageReport;
import org.fxd.graph.api.upkeep.Uses;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.upkeep.ProjectFileUpkeep;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.store.api.DamagedStoreException;
import org.fxd.store.api.HeldException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole project whose file is damaged: what is said of it, and what can be done. */
class DamagedProjectTest {
  private static final Origin ADA = new Origin("Ada", "test");

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);
  private final OpenProjects projects = OpenProjects.over(provider);
  private final ProjectFileUpkeep upkeep = new ProjectFileUpkeep(projects);
  private Path file;

  @BeforeEach
  void create() throws Exception {
    file = folder.toRealPath().resolve("x.fxd");
    projects.create(file);
    file("src/App.java", "one");
    file("src/Other.java", "the other one");
    // What comes from here on is in frames of its own.
    projects.save(workspace());
  }

  @AfterEach
  void close() {
    projects.close();
  }

  private Workspace workspace() {
    return projects.find(file.toString()).orElseThrow();
  }

  private void file(String path, String text) {
    workspace()
        .change(
            ADA,
            "write " + path,
            transaction -> {
              NodeBuilder at = transaction.root().child(Name.of(Workspace.CODE));
              String[] names = path.split("/");
              for (int i = 0; i < names.length - 1; i++) {
                at = at.childOrNew(Name.of(names[i]), Kind.FOLDER);
              }
              at.childOrNew(Name.of(names[names.length - 1]), Kind.FILE)
                  .value(Value.of(Blob.of(text.getBytes(StandardCharsets.UTF_8))));
            });
  }

  private void ref(String name, String to) {
    workspace().change(ADA, "ref " + name, transaction -> transaction.ref(name, Ref.to(to)));
  }

  /** Gathers, closes and damages. */
  private void damage(String sql) throws Exception {
    projects.save(workspace());
    projects.close(workspace());
    Databases.run(file, sql);
  }

  private static String newestFrameOf(String table) {
    return "UPDATE " + table + " SET data = x'00' WHERE id = (SELECT max(id) FROM " + table + ")";
  }

  private CheckReport check() {
    return upkeep.check(file, CheckOptions.LOOK, Progress.NONE, Cancellation.none());
  }

  private SalvageReport salvage() {
    return upkeep.salvage(file, Progress.NONE, Cancellation.none());
  }

  private List<String> operations() {
    List<String> descriptions = new ArrayList<>();
    for (Operation operation : workspace().operations()) {
      descriptions.add(operation.description());
    }
    return descriptions;
  }

  private String text(String name) {
    Blob blob =
        workspace()
            .root()
            .child(Name.of(Workspace.CODE))
            .child(Name.of("src"))
            .child(Name.of(name))
            .value()
            .asBlob()
            .orElseThrow();
    return new String(blob.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aFileThatIsNotOpenIsCheckedAndLeftAsItIs() throws Exception {
    assertEquals(List.of(), check().findings(), "open here");
    projects.close(workspace());
    String before = Databases.state(file);
    CheckReport report = check();
    assertEquals(List.of(), report.findings());
    assertEquals(3, report.operations());
    assertEquals(before, Databases.state(file));
    assertEquals(List.of("x.fxd"), Databases.names(folder));
    FxdException refusal = assertThrows(FxdException.class, this::salvage);
    assertTrue(refusal.getMessage().contains("Nothing is wrong"), refusal.getMessage());
    assertEquals(before, Databases.state(file));
    assertThrows(FxdException.class, () -> check(folder.resolve("none.fxd")));
  }

  private CheckReport check(Path other) {
    return upkeep.check(other, CheckOptions.LOOK, Progress.NONE, Cancellation.none());
  }

  @Test
  void contentInADamagedFrameIsAFindingWithItsFile() throws Exception {
    file("src/App.java", "two");
    damage(newestFrameOf("\"values\""));
    CheckReport report = check();
    Finding finding = report.findings().get(report.findings().size() - 1);
    assertEquals(Finding.Sort.DAMAGED, finding.sort(), report.findings().toString());
    assertTrue(finding.what().startsWith("The content "), finding.what());
    assertFalse(finding.what().contains(file.toString()), finding.what());
    assertTrue(finding.uses().orElseThrow().newest());
    assertEquals(List.of("src/App.java"), finding.uses().orElseThrow().paths());
    projects.open(file);
    StoreException failure = assertThrows(StoreException.class, () -> text("App.java"));
    assertEquals(1, failure.getMessage().split(file.toString(), -1).length - 1);
    assertTrue(failure.getMessage().contains("is damaged: it has 1 bytes"), failure.getMessage());
  }

  @Test
  void theNewestOperationIsLostAndItsStateIsNot() throws Exception {
    file("src/App.java", "two");
    ref(State.BRANCHES + "more", "elsewhere");
    damage(newestFrameOf("operations"));

    DamagedStoreException failure =
        assertThrows(DamagedStoreException.class, () -> projects.open(file));
    assertTrue(failure.getMessage().contains("its newest operation "), failure.getMessage());
    assertTrue(failure.hint().orElseThrow().contains("fxd:fsck " + file), failure.getMessage());
    assertThrows(DamagedStoreException.class, () -> projects.openToRead(file));

    CheckReport report = check();
    Finding finding =
        report.findings().stream()
            .filter(each -> each.sort() == Finding.Sort.DAMAGED)
            .findFirst()
            .orElseThrow();
    assertTrue(finding.what().startsWith("The newest operation "), finding.what());
    Uses uses = finding.uses().orElseThrow();
    assertTrue(uses.newest());
    assertEquals(List.of("src/App.java"), uses.paths());
    String notes = report.notes().toString();
    assertTrue(notes.contains("Ada: write src/Other.java"), notes);
    assertTrue(notes.contains("is there, and is brought back"), notes);
    assertTrue(notes.contains("fxd:fsck --salvage " + file), notes);

    String before = Databases.state(file);
    SalvageReport salvaged = salvage();
    assertEquals(folder.toRealPath().resolve("x.damaged.fxd"), salvaged.damaged());
    assertEquals(before, Databases.state(salvaged.damaged()));
    assertTrue(salvaged.findings().stream().allMatch(each -> each.repaired().isPresent()));
    projects.open(file);
    assertEquals(
        List.of("salvage", "write src/Other.java", "write src/App.java", "init"), operations());
    assertEquals("two", text("App.java"));
    assertEquals("the other one", text("Other.java"));
    assertEquals(
        Ref.to("elsewhere"), workspace().state().ref(State.BRANCHES + "more").orElseThrow());
    file("src/App.java", "three");
    workspace().awaitObservers(java.time.Duration.ofSeconds(1));
    assertTrue(check().findings().stream().noneMatch(each -> each.sort() == Finding.Sort.DAMAGED));
  }

  @Test
  void theNewestOperationAndItsStateAreLost() throws Exception {
    file("src/App.java", "two");
    projects.save(workspace());
    projects.close(workspace());
    Databases.run(file, newestFrameOf("operations"), newestFrameOf("nodes"));
    CheckReport report = check();
    String notes = report.notes().toString();
    assertTrue(notes.contains("Ada: write src/Other.java"), notes);
    assertTrue(notes.contains("is not whole"), notes);
    salvage();
    projects.open(file);
    assertEquals(List.of("write src/Other.java", "write src/App.java", "init"), operations());
    assertEquals("one", text("App.java"));
    file("src/App.java", "three");
    assertEquals("three", text("App.java"));
  }

  @Test
  void allOperationsAreLostAndAStateIsNot() throws Exception {
    file("src/App.java", "two");
    damage("UPDATE operations SET data = x'00'");
    CheckReport report = check();
    assertTrue(report.notes().toString().contains("No operation can be read"), report.toString());
    salvage();
    projects.open(file);
    assertEquals(List.of("salvage"), operations());
    assertEquals("two", text("App.java"));
    assertEquals("the other one", text("Other.java"));
    file("src/App.java", "three");
  }

  @Test
  void allOperationsAndStatesAreLost() throws Exception {
    projects.save(workspace());
    projects.close(workspace());
    Databases.run(file, "UPDATE operations SET data = x'00'", "UPDATE nodes SET data = x'00'");
    assertFalse(check().isSound());
    StoreException failure = assertThrows(StoreException.class, this::salvage);
    assertTrue(failure.getMessage().contains("no state of it can be read"), failure.getMessage());
    assertTrue(failure.hint().orElseThrow().contains("x.damaged.fxd"));
  }

  @Test
  void aDamagedTransactionIsToldOfAndSalvaged() throws Exception {
    file("src/App.java", "two");
    projects.close(workspace());
    Databases.run(file, "UPDATE transactions SET checksum = checksum + 1");
    assertThrows(DamagedStoreException.class, () -> projects.open(file));
    CheckReport report = check();
    assertTrue(report.findings().toString().contains("transaction "), report.toString());
    projects.openToRead(file);
    assertThrows(HeldException.class, this::salvage);
    projects.close(workspace());
    salvage();
    projects.open(file);
    assertEquals("one", text("App.java"));
  }
}
