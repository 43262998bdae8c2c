package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Save, save as, backup, and projects that are only read. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class FilesTest {
  @InjectBundleContext BundleContext context;
  @InjectService Shell shell;
  @InjectService Projects projects;
  @TempDir Path folder;
  private Typist typist;

  @BeforeEach
  void open() throws IOException {
    typist = Typist.withProject(shell, folder);
  }

  @AfterEach
  void close() {
    typist.close();
    assertTrue(projects.all().isEmpty());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.equals("tree"))
          .sorted()
          .toList();
    }
  }

  private void assertIsWhole(Path file) throws IOException {
    try (Typist other = new Typist(shell, folder)) {
      assertEquals(0, other.session().project(file));
      assertTrue(other.ok("fxd:log").contains("first"));
      other.ok("view:render --all out-" + file.getFileName());
      assertEquals(
          Trees.read(folder.resolve("tree")),
          Trees.read(folder.resolve("out-" + file.getFileName())));
    }
  }

  @Test
  void afterSavingTheFileAloneIsAllOfIt() throws IOException {
    assertTrue(typist.ok("fxd:save").contains("everything is in"), typist::out);
    Path copy = Files.copy(folder.resolve("x.fxd"), folder.resolve("copied.fxd"));
    assertIsWhole(copy);
    assertTrue(typist.ok("fxd:save --json").contains("\"bytes\":"), typist::out);
    assertTrue(typist.ok("fxd:save x.fxd").contains("everything is in"), typist::out);
    assertTrue(typist.fails(2, "fxd:save --force").contains("only with FILE"));
  }

  @Test
  void savedUnderAnotherNameWorkGoesOnThere() throws IOException {
    assertTrue(typist.ok("fxd:save y.fxd").contains("saved as"), typist::out);
    assertEquals(List.of(folder.toRealPath().resolve("y.fxd").toString()), opened());
    typist.ok("node:edit README.md --text new");
    typist.ok("fxd:commit -m second");
    typist.ok("fxd:open x.fxd");
    assertFalse(typist.ok("fxd:log").contains("second"), typist::out);
    typist.ok("fxd:open y.fxd");
    assertTrue(typist.ok("fxd:log").contains("second"), typist::out);
    typist.ok("fxd:close");
    assertEquals(List.of("x.fxd", "y.fxd"), files());
  }

  private List<String> opened() {
    return projects.all().stream().map(Workspace::project).toList();
  }

  @Test
  void whoElseWorksOnItStaysThere() {
    try (Typist other = new Typist(shell, folder)) {
      other.session().project(Path.of("x.fxd"));
      typist.ok("fxd:save y.fxd");
      assertTrue(other.ok("fxd:status").contains("x.fxd"), other::out);
      other.ok("node:create config.mine");
      typist.fails(1, "node:get config.mine");
    }
    assertEquals(1, projects.all().size());
  }

  @Test
  void whatIsThereIsReplacedOnlyIfItIsAProjectThatNobodyHas() throws IOException {
    byte[] letter = "Dear reader".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Path text = Files.write(folder.resolve("letter.fxd"), letter);
    for (String command : new String[] {"fxd:save", "fxd:backup"}) {
      assertTrue(typist.fails(1, command + " letter.fxd").contains("--force"), typist::err);
      assertTrue(typist.fails(1, command + " letter.fxd --force").contains("no project"));
      assertArrayEquals(letter, Files.readAllBytes(text));
      assertTrue(typist.fails(1, command + " tree --force").contains("tree"), typist::err);
      assertTrue(typist.fails(1, command + " none/y.fxd").contains("folder"), typist::err);
    }
    try (Typist other = new Typist(shell, folder)) {
      other.ok("fxd:init y.fxd");
      assertTrue(typist.fails(1, "fxd:save y.fxd --force").contains("has it open"), typist::err);
      assertTrue(other.ok("fxd:log").contains("no commits"), other::out);
    }
    typist.ok("fxd:backup y.fxd --force");
    assertIsWhole(folder.resolve("y.fxd"));
    assertTrue(typist.fails(2, "fxd:backup x.fxd --force").contains("itself"), typist::err);
    typist.ok("fxd:save y.fxd --force");
    assertTrue(typist.ok("fxd:status").contains("y.fxd"), typist::out);
  }

  /** What can be typed next was said to be fxd:commit, which is refused there. */
  @Test
  void statusAdvisesNoCommitWhereNothingCanBeChanged() throws IOException {
    typist.ok("node:edit README.md --text new");
    assertTrue(typist.ok("fxd:status").contains("fxd:commit -m TEXT keeps them"), typist::out);
    typist.ok("fxd:close");
    typist.ok("fxd:open x.fxd --read-only");
    String status = typist.ok("fxd:status");
    assertTrue(status.contains("fxd:diff shows the lines"), status);
    assertFalse(status.contains("fxd:commit"), status);
  }

  @Test
  void aBackupLiesBesideTheProjectWithItsTime() throws IOException {
    typist.ok("fxd:backup");
    String name =
        files().stream()
            .filter(each -> each.matches("x-\\d{8}T\\d{6}Z\\.fxd"))
            .findFirst()
            .orElseThrow();
    typist.ok("node:edit README.md --text new");
    assertIsWhole(folder.resolve(name));
    assertTrue(typist.ok("fxd:backup --json copy.fxd").contains("\"bytes\":"), typist::out);
    assertTrue(typist.ok("fxd:status").contains("README.md"), typist::out);
  }

  @Test
  void whatIsOpenToBeReadCannotBeChanged() throws IOException {
    typist.ok("fxd:close");
    byte[] before = Files.readAllBytes(folder.resolve("x.fxd"));
    assertTrue(typist.ok("fxd:open x.fxd --read-only").contains("only to be read"));
    assertTrue(typist.ok("fxd:status").contains("only to be read"), typist::out);
    assertTrue(typist.ok("fxd:status --json").contains("\"readOnly\":true"), typist::out);
    String[] changes = {
      "node:create config.x",
      "node:edit README.md --text new",
      "fxd:commit -m second",
      "git:import tree",
      "fxd:branch side",
      "group:create g --add README.md",
      "node:rm README.md"
    };
    for (String line : changes) {
      assertTrue(typist.fails(4, line).contains("only to be read"), line + typist.err());
    }
    // What upkeep refuses was a failure like any other (1), and not denied.
    assertTrue(typist.fails(4, "fxd:gc").contains("only to be read"), typist::err);
    assertTrue(typist.fails(4, "fxd:fsck --repair").contains("only to be read"), typist::err);
    assertTrue(typist.ok("fxd:gc --dry-run").contains("would keep"), typist::out);
    assertTrue(typist.ok("fxd:fsck").contains("sound"), typist::out);
    assertTrue(typist.ok("fxd:query .method").contains("greet"), typist::out);
    assertTrue(typist.ok("fxd:save").contains("everything is in"), typist::out);
    typist.ok("fxd:backup y.fxd");
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("x.fxd")));
    typist.ok("fxd:close");
    typist.ok("fxd:open x.fxd");
    typist.ok("node:create config.x");
    assertIsWhole(folder.resolve("y.fxd"));
    assertTrue(typist.ok("fxd:open x.fxd --read-only").contains("can be changed"), typist::out);
  }

  /** It was refused, because it was open here: to be read, by the very session that asked. */
  @Test
  void whatIsReadHereIsOpenedToBeChanged() {
    typist.ok("fxd:close");
    typist.ok("fxd:open x.fxd --read-only");
    assertFalse(typist.ok("fxd:open x.fxd").contains("only to be read"), typist::out);
    typist.ok("node:create config.x");
    assertTrue(typist.ok("fxd:status --json").contains("\"readOnly\":false"), typist::out);
  }

  @Test
  void whatAnotherSessionReadsStaysToBeRead() {
    typist.ok("fxd:close");
    typist.ok("fxd:open x.fxd --read-only");
    try (Typist other = new Typist(shell, folder)) {
      other.ok("fxd:open x.fxd --read-only");
      String refused = typist.fails(1, "fxd:open x.fxd");
      assertTrue(refused.contains("every session that reads it"), refused);
      assertTrue(typist.ok("fxd:status").contains("only to be read"), typist::out);
      other.ok("fxd:close");
      typist.ok("fxd:open x.fxd");
      typist.ok("node:create config.x");
    }
  }

  /** It was called a project that is not there yet, which then could not be made. */
  @Test
  void aLinkThatLeadsNowhereIsNoNewProject() throws IOException {
    Path link = folder.resolve("link.fxd");
    try {
      Files.createSymbolicLink(link, Path.of("gone.fxd"));
    } catch (UnsupportedOperationException e) {
      assumeTrue(false, "No links here");
    }
    assertTrue(typist.fails(1, "fxd:open link.fxd").contains("it is a link"), typist::err);
    try (Typist other = new Typist(shell, folder)) {
      assertEquals(1, other.session().project(link));
      assertTrue(other.err().contains("what it leads to is not there"), other::err);
      other.fails(1, "git:import tree");
    }
    assertFalse(Files.exists(folder.resolve("gone.fxd")));
  }

  @Test
  void aProjectInMemoryGoesIntoAFileWithItsHistory() throws Exception {
    Workspace memory = projects.createInMemory();
    Origin origin = new Origin("Ada", "itest");
    memory.change(origin, "note", t -> t.at(NodePath.parse("config.note")).create().set("kept"));
    history(memory).commit("from memory", new Person("Ada", "ada@example.org"), origin);
    Path file = folder.resolve("memory.fxd");
    Workspace saved = projects.saveAs(memory, file, false, Progress.NONE, Cancellation.none());
    assertEquals(saved.project(), file.toRealPath().toString());
    assertEquals("from memory", history(saved).head().orElseThrow().summary());
    projects.close(saved);
    try (Typist other = new Typist(shell, folder)) {
      other.session().project(file);
      assertTrue(other.ok("fxd:log").contains("from memory"), other::out);
      assertTrue(other.ok("node:get config.note").contains("kept"), other::out);
      assertTrue(other.ok("fxd:query '[name=note]'").contains("note"), other::out);
    }
  }

  private History history(Workspace workspace) throws InvalidSyntaxException {
    return context
        .getServiceReferences(
            History.class, "(" + Workspace.PROJECT + "=" + workspace.project() + ")")
        .stream()
        .map(context::getService)
        .findFirst()
        .orElseThrow();
  }
}
