package org.fxd.git.jgit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.api.history.HistoryReport;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.history.api.Commit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryImportTest {
  @TempDir Path temp;
  private GitFixture git;
  private ImportFixture project;
  private GitRepo repo;

  @BeforeEach
  void setUp() throws IOException {
    git = new GitFixture(Files.createDirectory(temp.resolve("home")));
    project = new ImportFixture(git);
    repo = GitRepo.create(temp.resolve("repo.git"));
  }

  @AfterEach
  void tearDown() {
    project.close();
    repo.close();
  }

  private static List<String> log(ImportFixture project) {
    List<String> messages = new java.util.ArrayList<>();
    project
        .history()
        .log(project.history().head().orElseThrow())
        .forEach(commit -> messages.add(commit.message()));
    return messages;
  }

  private NodeId id(ObjectId commit, String path) {
    return project.entry(project.commit(commit.name()), path).orElseThrow().id();
  }

  @Test
  void aHistoryComesInAsItIs() {
    ObjectId one = repo.commit(Map.of("a.txt", "one\n", "src/A.java", "class A {}\n"), "first");
    ObjectId two =
        repo.commit(Map.of("a.txt", "two\n", "src/A.java", "class A {}\n"), "second", one);
    repo.branch("main", two);

    HistoryReport report = project.take(repo.folder());

    assertEquals(2, report.commits());
    assertEquals(3, report.files());
    assertEquals(List.of("second", "first"), log(project));
    assertEquals(Optional.of("main"), project.history().branch());
    Commit first = project.commit(one.name());
    assertEquals("Ada", first.author().name());
    assertEquals(one.name(), project.rebuilt(first).toString());
    assertEquals(two.name(), project.rebuilt(project.commit(two.name())).toString());
    assertEquals(id(one, "a.txt"), id(two, "a.txt"));
    assertEquals(
        project.history().root(project.history().head().orElseThrow()),
        project.workspace().root(),
        "the branch is checked out");
    assertEquals(List.of(), report.notes());
  }

  @Test
  void anImportIsOneOperation() {
    ObjectId one = repo.commit(Map.of("a.txt", "one\n"), "first");
    repo.branch("main", one);
    Operation before = project.workspace().operations().iterator().next();

    project.take(repo.folder());

    Operation now = project.workspace().operations().iterator().next();
    assertEquals(List.of(before.id()), now.parents());
    assertTrue(now.description().startsWith("import: "), now.description());
  }
}
