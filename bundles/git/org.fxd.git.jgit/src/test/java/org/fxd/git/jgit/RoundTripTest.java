package org.fxd.git.jgit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.fxd.git.api.history.ExportOptions;
import org.fxd.git.api.history.ExportReport;
import org.fxd.git.api.history.HistoryReport;
import org.fxd.git.jgit.carrier.FxdCarrier;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What comes from Git goes back as it was, and what goes to Git comes back as it was. */
class RoundTripTest {
  private static final ExportOptions BARE =
      new ExportOptions(List.of(), ExportOptions.Conflicts.REFUSED, false, true, true);
  private static final ExportOptions PLAIN =
      new ExportOptions(List.of(), ExportOptions.Conflicts.REFUSED, false, false, true);

  @TempDir Path temp;
  private GitFixture git;
  private Project one;
  private Project two;

  /** A project that can be exported. */
  private final class Project implements AutoCloseable {
    private final ImportFixture in;
    private final JGitHistoryExporter exporter;

    Project() {
      in = new ImportFixture(git);
      exporter = new JGitHistoryExporter(in.sources(), git.environment());
      Map<String, Object> its = Map.of(Workspace.PROJECT, in.workspace().project());
      exporter.addHistory(in.history(), its);
      exporter.addStore(in.store(), its);
    }

    ExportReport export(Path to, ExportOptions options) {
      return exporter.export(
          in.workspace(), to, options, ImportFixture.TEST, Progress.NONE, Cancellation.none());
    }

    void write(String path, String text) {
      in.workspace()
          .change(
              ImportFixture.TEST,
              "write",
              transaction -> {
                NodeBuilder at = transaction.root().childOrNew(Name.of("code"), Kind.FOLDER);
                String[] names = path.split("/");
                for (int i = 0; i < names.length - 1; i++) {
                  at = at.childOrNew(Name.of(names[i]), Kind.FOLDER);
                }
                Name last = Name.of(names[names.length - 1]);
                NodeId id = at.entry(last).map(Entry::id).orElseGet(NodeId::random);
                Blob blob = Blob.of(text.getBytes(StandardCharsets.UTF_8));
                Node file = in.sources().raw(blob, false);
                Node scanned = in.sources().scanned(id, last, file);
                at.put(new Entry(id, last, Place.NONE, scanned));
              });
    }

    void group(String text) {
      in.workspace()
          .change(
              ImportFixture.TEST,
              "group",
              transaction ->
                  transaction
                      .root()
                      .childOrNew(Name.of("groups"), Kind.FOLDER)
                      .metadata("note", Value.of(text)));
    }

    Commit commit(String message) {
      return in.history().commit(message, ImportFixture.ADA, ImportFixture.TEST);
    }

    Commit head() {
      return in.history().head().orElseThrow();
    }

    @Override
    public void close() {
      in.close();
    }
  }

  @BeforeEach
  void setUp() throws IOException {
    temp = temp.toRealPath();
    git = new GitFixture(Files.createDirectory(temp.resolve("home")));
    one = new Project();
    two = new Project();
  }

  @AfterEach
  void tearDown() {
    one.close();
    two.close();
  }

  @Test
  void oddHistoriesGoBackAsTheyCame() throws IOException {
    Path source = temp.resolve("source.git");
    try (GitRepo repo = GitRepo.create(source)) {
      ObjectId empty = repo.object(Constants.OBJ_TREE, new byte[0]);
      ObjectId a = repo.blob("a\r\nb");
      ObjectId first = repo.commit(Map.of("a.txt", "one\n", "d/run*", "#!\n"), "first");
      ObjectId odd =
          repo.object(
              Constants.OBJ_TREE,
              GitRepo.bytes(
                  "100664 z\0",
                  raw(a),
                  "100644 a\0",
                  raw(a),
                  "40000 e\0",
                  raw(empty),
                  "120000 l\0",
                  raw(a),
                  "160000 m\0",
                  raw(first)));
      ObjectId second = repo.commit(odd, "odd tree", first);
      ObjectId inner =
          repo.object(
              Constants.OBJ_TREE, GitRepo.bytes("100755 x\0", raw(a), "40000 odd\0", raw(odd)));
      ObjectId third =
          repo.object(
              Constants.OBJ_COMMIT,
              GitRepo.bytes(
                  "tree " + inner.name() + "\nparent " + second.name() + "\nparent ",
                  first.name(),
                  "\nauthor  <x> 1 -0000\ncommitter B <> 99999999999 +051800\nencoding latin1\n",
                  "gpgsig a\n b\n\nmessage ".getBytes(StandardCharsets.UTF_8),
                  new byte[] {(byte) 0xe9}));
      ObjectId root = repo.commit(empty, "an empty root");
      ObjectId octopus = repo.commit(inner, "octopus", third, root, first);
      repo.branch("main", octopus);
      repo.branch("side/x", second);
      repo.ref("refs/tags/light", first);
      ObjectId tag = repo.tag("v1", first, "commit");
      repo.ref("refs/tags/v1", tag);
      repo.ref("refs/tags/other", tag);
      repo.ref("refs/tags/nested", repo.tag("nested", tag, "tag"));
    }
    one.in.take(source);
    Path target = temp.resolve("target.git");
    one.export(target, BARE);
    assertEquals(all(source), all(target));
    assertTrue(ExportFixture.git(target, "rev-list", "--objects", "--all").isPresent());
    two.in.take(target);
    Path again = temp.resolve("again.git");
    two.export(again, BARE);
    assertEquals(all(source), all(again));
    assertEquals(0, one.export(target, BARE).objects());
    assertEquals(one.head(), two.head(), "two machines have the same ids");
  }

  private static byte[] raw(ObjectId id) {
    byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
    id.copyRawTo(raw, 0);
    return raw;
  }

  @Test
  void whatWasMadeHereComesBackWithItsIds() throws IOException {
    one.write("src/notes.txt", "One.\n\nTwo.\n\nThree.\n");
    one.commit("first");
    one.group("hello");
    one.write("src/notes.txt", "One.\n\nTwo and a half.\n\nThree.\n");
    one.commit("second");
    Path target = temp.resolve("target.git");
    one.export(target, BARE);
    HistoryReport report = two.in.take(target);
    assertEquals(2, report.commits());
    assertEquals(one.head(), two.head());
    assertEquals(one.in.workspace().root().hash(), two.in.workspace().root().hash());
    Path again = temp.resolve("again.git");
    two.export(again, BARE);
    assertEquals(all(target), all(again), "and it goes along again");
    try (Project third = new Project()) {
      third.in.take(again);
      assertEquals(one.head(), third.head());
    }
  }

  @Test
  void withoutThatTheImportDerives() throws IOException {
    one.write("a.txt", "One.\n");
    one.group("hello");
    one.commit("first");
    Path target = temp.resolve("target.git");
    one.export(target, PLAIN);
    two.in.take(target);
    assertNotEquals(one.head().id(), two.head().id());
    assertEquals("first", two.head().message());
    Path again = temp.resolve("again.git");
    two.export(again, BARE);
    assertEquals(all(target), all(again));
  }

  @Test
  void bothSidesGoOnInTurns() throws IOException {
    Random random = new Random(11);
    Path target = temp.resolve("target.git");
    one.write("a.txt", "One.\n");
    one.commit("first");
    one.export(target, BARE);
    Map<String, String> files = new HashMap<>();
    for (int round = 0; round < 12; round++) {
      two.in.take(target);
      assertEquals(all(target).get("refs/heads/main"), gitOf(two, two.head()));
      if (round > 0) {
        assertEquals(one.head(), two.head(), "round " + round);
      }
      two.write("d" + random.nextInt(2) + "/f" + random.nextInt(3) + ".txt", text(random));
      two.group("round " + round);
      two.commit("two " + round);
      two.export(target, BARE);
      try (Repository repository = Git.open(target.toFile()).getRepository();
          GitRepo repo = GitRepo.open(target)) {
        files.put("g" + random.nextInt(3) + ".txt", text(random));
        ObjectId main = repository.resolve("refs/heads/main");
        repo.branch("main", repo.commit(files, "git " + round, main));
      }
      one.in.take(target);
      one.write("d0/f0.txt", text(random));
      one.commit("one " + round);
      one.export(target, BARE);
    }
    two.in.take(target);
    assertEquals(one.head(), two.head());
    Path scratch = temp.resolve("scratch.git");
    one.export(scratch, PLAIN);
    Map<String, String> heads = all(target);
    heads.remove(FxdCarrier.REF);
    assertEquals(all(scratch), heads);
    ExportFixture.git(target, "fsck", "--strict", "--no-dangling")
        .ifPresent(said -> assertEquals("", said.replaceAll("(?m)^(Checking|notice).*\n", "")));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append("Paragraph ").append(random.nextInt(9)).append(" says \u00e9.\nMore of it.\n\n");
    }
    return text.toString();
  }

  private static String gitOf(Project project, Commit commit) {
    return project.in.map().gitOf(commit.id()).orElseThrow().toString();
  }

  /** Give it with {@code -Dfxd.test.jvm=-Dfxd.history=PATH}. */
  @Test
  @EnabledIfSystemProperty(named = "fxd.history", matches = ".+")
  void aGivenHistoryGoesBackAsItCame() throws IOException {
    Path source = Path.of(System.getProperty("fxd.history"));
    long start = System.nanoTime();
    HistoryReport report = one.in.take(source);
    long taken = System.nanoTime();
    Path target = temp.resolve("target.git");
    ExportReport exported = one.export(target, BARE);
    long done = System.nanoTime();
    System.out.printf(
        "[history] %s: %d commits in %d ms, out %d objects in %d ms, %d bytes; kept %d; notes %s%n",
        source,
        report.commits(),
        (taken - start) / 1_000_000,
        exported.objects(),
        (done - taken) / 1_000_000,
        size(target),
        report.kept(),
        report.notes());
    Map<String, String> expected = all(source);
    expected
        .keySet()
        .removeIf(name -> !name.startsWith("refs/heads/") && !name.startsWith("refs/tags/"));
    assertEquals(expected, all(target));
    ExportFixture.git(target, "rev-list", "--objects", "--all");
  }

  private static long size(Path repository) throws IOException {
    try (var files = Files.walk(repository.resolve("objects"))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static Map<String, String> all(Path repository) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Repository opened = Git.open(repository.toFile()).getRepository()) {
      for (Ref ref : opened.getRefDatabase().getRefs()) {
        if (!ref.getName().equals(Constants.HEAD) && ref.getObjectId() != null) {
          all.put(ref.getName(), ref.getObjectId().name());
        }
      }
    }
    return all;
  }
}
