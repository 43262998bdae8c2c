package org.fxd.git.jgit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.api.history.HistoryOptions;
import org.fxd.git.api.history.HistoryReport;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.store.sqlite.SqliteStoreProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is stopped or killed leaves the project as it was, and the next one goes on. */
class InterruptedImportTest {
  private static final int COMMITS = 120;

  @TempDir Path temp;
  private GitFixture git;

  @BeforeEach
  void setUp() throws IOException {
    git = new GitFixture(Files.createDirectory(temp.resolve("home")));
  }

  private Path repository(int bytes) {
    try (GitRepo repo = GitRepo.create(temp.resolve("repo.git"))) {
      Random random = new Random(1);
      List<ObjectId> parents = new ArrayList<>();
      for (int i = 0; i < COMMITS; i++) {
        byte[] text = new byte[bytes];
        random.nextBytes(text);
        ObjectId commit =
            repo.commit(
                Map.of("a.txt", "version " + i, "b.txt", Base64.getEncoder().encodeToString(text)),
                "commit " + i,
                parents.toArray(ObjectId[]::new));
        parents = List.of(commit);
      }
      repo.branch("main", parents.get(0));
      return repo.folder();
    }
  }

  private static void assertSound(ImportFixture project) {
    CheckReport report =
        project.upkeep().check(CheckOptions.LOOK, Progress.NONE, Cancellation.none());
    assertEquals(List.of(), report.findings());
  }

  @Test
  void stoppedAnywhereItLeavesTheProjectAsItWas() {
    Path repo = repository(10);
    Random random = new Random(7);
    try (ImportFixture project = new ImportFixture(git)) {
      for (int i = 0; i < 6; i++) {
        Operation before = project.workspace().operations().iterator().next();
        stop(project, repo, 1 + random.nextInt(2 * COMMITS));
        assertEquals(before.id(), project.workspace().operations().iterator().next().id());
        assertEquals(Map.of(), project.history().branches());
        assertSound(project);
      }
      project.take(repo);
      assertEquals("commit " + (COMMITS - 1), project.history().head().orElseThrow().message());
      assertSound(project);
    }
  }

  /** Stops after some steps, if it takes so many. */
  private static void stop(ImportFixture project, Path repo, long after) {
    Cancellation cancellation = new Cancellation();
    AtomicLong steps = new AtomicLong();
    Progress counting =
        new Progress() {
          @Override
          public void phase(String name, long total) {}

          @Override
          public void advance(long units) {
            if (steps.addAndGet(units) >= after) {
              cancellation.cancel();
            }
          }
        };
    assertThrows(
        CancelledException.class,
        () -> project.take(repo, HistoryOptions.ALL, counting, cancellation));
  }

  @Test
  void whatWasTakenInBeforeIsNotReadAgain() {
    Path repo = repository(1 << 18);
    Path file = temp.resolve("p.fxd");
    Hash head;
    try (ImportFixture whole = new ImportFixture(git)) {
      whole.take(repo);
      head = whole.history().head().orElseThrow().id();
    }
    try (ImportFixture project = new ImportFixture(git, new SqliteStoreProvider(null), file)) {
      stop(project, repo, 2 * COMMITS - 5);
      HistoryReport report = project.take(repo);
      assertTrue(report.commits() < COMMITS, () -> "all were read again: " + report);
      assertEquals(head, project.history().head().orElseThrow().id());
      project.upkeep().collect(CollectOptions.DEFAULT, Progress.NONE, Cancellation.none());
      assertEquals(0, project.take(repo).commits());
      assertSound(project);
    }
  }

  /** What is left of an import that was given up is collected, and then taken in anew. */
  @Test
  void whatIsLeftIsCollected() {
    Path repo = repository(1 << 18);
    Path file = temp.resolve("p.fxd");
    try (ImportFixture project = new ImportFixture(git, new SqliteStoreProvider(null), file)) {
      stop(project, repo, 2 * COMMITS - 5);
      project.upkeep().collect(CollectOptions.DEFAULT, Progress.NONE, Cancellation.none());
      assertSound(project);
      assertEquals(COMMITS, project.take(repo).commits());
      assertSound(project);
    }
  }

  /** Another process imports and is killed at some moment. */
  @Test
  void killedItLeavesTheProjectAsItWas() throws Exception {
    Path repo = repository(1 << 18);
    Path file = temp.resolve("p.fxd");
    new ImportFixture(git, new SqliteStoreProvider(null), file).close();
    for (int millis : new int[] {200, 600, 1200}) {
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  ImportingChild.class.getName(),
                  repo.toString(),
                  file.toString(),
                  temp.resolve("home").toString())
              .redirectErrorStream(true)
              .redirectOutput(temp.resolve("child.txt").toFile())
              .start();
      awaitBegin(child);
      child.waitFor(millis, TimeUnit.MILLISECONDS);
      child.destroyForcibly().waitFor();
      try (ImportFixture project = new ImportFixture(git, new SqliteStoreProvider(null), file)) {
        if (project.history().head().isEmpty()) {
          assertEquals(Map.of(), project.history().branches());
        }
        assertSound(project);
      }
    }
    try (ImportFixture project = new ImportFixture(git, new SqliteStoreProvider(null), file)) {
      project.take(repo);
      assertEquals("commit " + (COMMITS - 1), project.history().head().orElseThrow().message());
      assertSound(project);
    }
  }

  private void awaitBegin(Process child) throws Exception {
    while (child.isAlive() && !Files.readString(temp.resolve("child.txt")).contains("begun")) {
      Thread.sleep(10);
    }
  }
}
