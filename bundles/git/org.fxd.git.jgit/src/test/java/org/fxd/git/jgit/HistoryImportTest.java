package org.fxd.git.jgit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.api.history.GitId;
import org.fxd.git.api.history.GitMap;
import org.fxd.git.api.history.HistoryOptions;
import org.fxd.git.api.history.HistoryReport;
import org.fxd.git.api.history.HistoryReport.Outcome;
import org.fxd.git.jgit.object.GitTreeEntry;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Commit;
import org.fxd.source.api.FileMeta;
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
    List<String> messages = new ArrayList<>();
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

  @Test
  void aMergeKeepsWhatEitherSideHas() {
    ObjectId base = repo.commit(Map.of("a.txt", "one\n"), "base");
    ObjectId ours = repo.commit(Map.of("a.txt", "one\n", "ours.txt", "ours\n"), "ours", base);
    ObjectId theirs =
        repo.commit(Map.of("a.txt", "one\n", "lib/theirs.txt", "theirs\n"), "theirs", base);
    ObjectId merge =
        repo.commit(
            Map.of("a.txt", "one\n", "ours.txt", "ours\n", "lib/theirs.txt", "theirs\n"),
            "merge",
            ours,
            theirs);
    repo.branch("main", merge);

    project.take(repo.folder());

    assertEquals(id(ours, "ours.txt"), id(merge, "ours.txt"));
    assertEquals(id(theirs, "lib/theirs.txt"), id(merge, "lib/theirs.txt"));
    assertEquals(id(theirs, "lib"), id(merge, "lib"));
    assertEquals(2, project.commit(merge.name()).parents().size());
  }

  /** A file that one side moved and the merge has twice is the moved one, and another. */
  @Test
  void noFileOfAMergeHasTheIdOfAnother() {
    ObjectId base = repo.commit(Map.of("old.txt", "some text\n"), "base");
    ObjectId moved = repo.commit(Map.of("new.txt", "some text\n"), "moved", base);
    ObjectId stayed = repo.commit(Map.of("old.txt", "some text\n", "x", "x"), "stayed", base);
    ObjectId both =
        repo.commit(
            Map.of("old.txt", "some text\n", "new.txt", "some text\n", "x", "x"),
            "both",
            moved,
            stayed);
    repo.branch("main", both);

    project.take(repo.folder());

    assertEquals(id(base, "old.txt"), id(moved, "new.txt"));
    assertEquals(id(base, "old.txt"), id(both, "new.txt"));
    assertNotEquals(id(base, "old.txt"), id(both, "old.txt"));
  }

  @Test
  void filesThatMovedStayThemselves() {
    String text = "one\ntwo\nthree\nfour\nfive\n";
    ObjectId one = repo.commit(Map.of("a.txt", text, "b/c.txt", "other\n"), "one");
    ObjectId two =
        repo.commit(Map.of("moved/a.txt", text + "six\n", "d.txt", "other\n"), "two", one);
    repo.branch("main", two);

    project.take(repo.folder());

    assertEquals(id(one, "a.txt"), id(two, "moved/a.txt"));
    assertEquals(id(one, "b/c.txt"), id(two, "d.txt"));
  }

  @Test
  void modesLinksAndSubmodulesAreTakenAsTheyAre() {
    ObjectId tree =
        repo.tree(
            List.of(
                GitRepo.entry("100755", "run.sh", repo.blob("#!/bin/sh\r\n")),
                GitRepo.entry("120000", "link", repo.blob("../../outside")),
                GitRepo.entry("160000", "sub", repo.blob("any id will do")),
                GitRepo.entry("100644", "empty", repo.blob(""))));
    repo.branch("main", repo.commit(tree, "all"));

    project.take(repo.folder());

    Commit head = project.history().head().orElseThrow();
    assertEquals(Value.of(true), entry(head, "run.sh").node().metadata(FileMeta.EXECUTABLE));
    assertEquals("#!/bin/sh\r\n", text(entry(head, "run.sh").node()));
    assertEquals(Kind.SYMLINK, entry(head, "link").node().kind());
    assertEquals(Value.of("../../outside".getBytes(UTF_8)), entry(head, "link").node().value());
    assertEquals(Kind.GITLINK, entry(head, "sub").node().kind());
    assertEquals("", text(entry(head, "empty").node()));
  }

  private Entry entry(Commit commit, String path) {
    return project.entry(commit, path).orElseThrow();
  }

  private String text(Node file) {
    return new String(project.sources().render(file), UTF_8);
  }

  @Test
  void namesMayBeAnyBytesAndDifferInCaseOnly() {
    Name odd = Name.ofBytes(new byte[] {'x', (byte) 0xff, (byte) 0x80});
    GitId blob = GitId.parse(repo.blob("text\n").name());
    ObjectId tree =
        repo.tree(
            List.of(
                new GitTreeEntry("100644", odd, blob),
                GitRepo.entry("100644", "Readme", repo.blob("1")),
                GitRepo.entry("100644", "README", repo.blob("2"))));
    ObjectId commit = repo.commit(tree, "names");
    repo.branch("main", commit);

    project.take(repo.folder());

    assertEquals(commit.name(), project.rebuilt(project.commit(commit.name())).toString());
    Node code = project.workspace().root().child(Name.of("code"));
    assertEquals(3, code.size());
    assertEquals("text\n", text(code.child(odd)));
  }

  @Test
  void emptyCommitsOctopusesAndSeveralRootsComeIn() {
    ObjectId a = repo.commit(Map.of("a", "a"), "a");
    ObjectId b = repo.commit(Map.of("b", "b"), "b");
    ObjectId c = repo.commit(Map.of("c", "c"), "c");
    ObjectId octopus = repo.commit(Map.of("a", "a", "b", "b", "c", "c"), "octopus", a, b, c);
    ObjectId empty = repo.commit(Map.of("a", "a", "b", "b", "c", "c"), "empty", octopus);
    ObjectId nothing = repo.commit(Map.of(), "nothing", empty);
    repo.branch("main", nothing);
    repo.branch("other", repo.commit(Map.of("z", "z"), "unrelated"));

    HistoryReport report = project.take(repo.folder());

    assertEquals(7, report.commits());
    assertEquals(3, project.commit(octopus.name()).parents().size());
    assertEquals(project.commit(octopus.name()).root(), project.commit(empty.name()).root());
    assertEquals(id(b, "b"), id(octopus, "b"));
    for (ObjectId each : List.of(a, b, c, octopus, empty, nothing)) {
      assertEquals(each.name(), project.rebuilt(project.commit(each.name())).toString());
    }
  }

  @Test
  void tagsAndNotesComeAlongAndOtherReferencesAreNamed() {
    ObjectId one = repo.commit(Map.of("a", "a"), "one");
    repo.branch("main", one);
    repo.ref("refs/tags/light", one);
    ObjectId tag = repo.tag("v1", one, "commit");
    repo.ref("refs/tags/v1", tag);
    repo.ref("refs/tags/nested", repo.tag("nested", tag, "tag"));
    repo.ref("refs/tags/blob", repo.blob("x"));
    repo.ref("refs/tags/tree", repo.tag("tree", repo.tree(Map.of("t", "t")), "tree"));
    repo.ref("refs/notes/commits", repo.commit(Map.of(one.name(), "a note\n"), "notes"));
    repo.ref("refs/pull/1/head", one);
    repo.ref("refs/pull/2/head", one);

    HistoryReport report = project.take(repo.folder());

    assertEquals(project.commit(one.name()), project.history().resolve("light"));
    assertEquals(project.commit(one.name()), project.history().resolve("v1"));
    assertEquals(project.commit(one.name()), project.history().resolve("nested"));
    assertEquals(
        "about v1",
        project.services().tags().find("v1").orElseThrow().annotation().get().message());
    assertEquals("notes", project.history().resolve("refs/notes/commits").message());
    assertEquals(Outcome.REFUSED, outcome(report, "refs/tags/blob"));
    assertEquals(Outcome.REFUSED, outcome(report, "refs/tags/tree"));
    assertTrue(
        report.notes().stream().anyMatch(note -> note.startsWith("refs/pull/: left out, 2")));
    assertEquals(1, report.notes().stream().filter(it -> it.startsWith("refs/tags/blob")).count());
  }

  private static Outcome outcome(HistoryReport report, String name) {
    return report.refs().stream()
        .filter(ref -> ref.name().equals(name))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  @Test
  void branchesFollowAndThoseThatWentAnotherWayStay() {
    ObjectId one = repo.commit(Map.of("a", "a"), "one");
    repo.branch("main", one);
    repo.branch("other", one);
    project.take(repo.folder());
    Commit mine = commit("b", "mine");

    ObjectId two = repo.commit(Map.of("a", "aa"), "two", one);
    repo.branch("main", two);
    repo.branch("other", two);
    HistoryReport report = project.take(repo.folder());

    assertEquals(Outcome.KEPT, outcome(report, "refs/heads/main"));
    assertEquals(Outcome.MOVED, outcome(report, "refs/heads/other"));
    assertEquals(mine.id(), project.history().resolve("main").id());
    assertEquals("two", project.history().resolve("origin/main").message());
    assertEquals("two", project.history().resolve("other").message());
    assertTrue(report.notes().get(0).startsWith("refs/heads/main: stays"));
    assertEquals(Outcome.KEPT, outcome(project.take(repo.folder()), "refs/heads/main"));
  }

  private Commit commit(String file, String message) {
    project
        .workspace()
        .change(
            ImportFixture.TEST,
            "edit",
            transaction ->
                transaction
                    .root()
                    .child(Name.of("code"))
                    .append(
                        NodeId.random(),
                        Name.of(file),
                        project.sources().raw(Blob.of(message.getBytes(UTF_8)), false)));
    return project.history().commit(message, ImportFixture.ADA, ImportFixture.TEST);
  }

  /** Work that is not committed follows to what the branch leads to now. */
  @Test
  void workFollowsTheBranchThatIsCheckedOut() {
    ObjectId one = repo.commit(Map.of("a", "a"), "one");
    repo.branch("main", one);
    project.take(repo.folder());
    project
        .workspace()
        .change(
            ImportFixture.TEST,
            "edit",
            transaction ->
                transaction
                    .root()
                    .child(Name.of("code"))
                    .append(
                        NodeId.random(),
                        Name.of("mine"),
                        project.sources().raw(Blob.of("mine".getBytes(UTF_8)), false)));
    repo.branch("main", repo.commit(Map.of("a", "aa"), "two", one));

    project.take(repo.folder());

    Node code = project.workspace().root().child(Name.of("code"));
    assertEquals("aa", text(code.child(Name.of("a"))));
    assertEquals("mine", text(code.child(Name.of("mine"))));
  }

  @Test
  void filesThatAreInNoCommitAreNotOverwritten() {
    repo.branch("main", repo.commit(Map.of("a", "theirs"), "one"));
    project
        .workspace()
        .change(
            ImportFixture.TEST,
            "edit",
            transaction ->
                transaction
                    .root()
                    .child(Name.of("code"))
                    .append(
                        NodeId.random(),
                        Name.of("a"),
                        project.sources().raw(Blob.of("mine".getBytes(UTF_8)), false)));
    Operation before = project.workspace().operations().iterator().next();

    ConflictException refused =
        assertThrows(ConflictException.class, () -> project.take(repo.folder()));

    assertTrue(refused.getMessage().contains("in no commit"), refused.getMessage());
    assertEquals(before.id(), project.workspace().operations().iterator().next().id());
  }

  private void undo() {
    OperationLog log = project.project().log();
    log.undo(project.workspace().operations().iterator().next(), ImportFixture.TEST);
  }

  @Test
  void undoingAnImportGivesTheStateBefore() {
    State before = project.workspace().state();
    repo.branch("main", repo.commit(Map.of("a", "a"), "one"));
    project.take(repo.folder());

    undo();

    assertEquals(before.node(), project.workspace().state().node());
    HistoryReport again = project.take(repo.folder());
    assertEquals(0, again.commits(), "the commits are there still");
    assertEquals(Optional.of("main"), project.history().branch());
    assertEquals("one", project.history().head().orElseThrow().message());
  }

  @Test
  void whatIsCollectedIsTakenInAgain() {
    ObjectId one = repo.commit(Map.of("a", "a"), "one");
    repo.branch("main", one);
    project.take(repo.folder());
    undo();
    project.workspace().change(ImportFixture.TEST, "redo nothing", it -> it.ref("refs/x", null));
    commit("b", "mine");
    project
        .upkeep()
        .collect(new CollectOptions(Duration.ZERO, false), Progress.NONE, Cancellation.none());
    assertEquals(Optional.empty(), project.map().commitOf(GitId.parse(one.name())));

    assertEquals(1, project.take(repo.folder()).commits());
    assertEquals("one", project.history().resolve("origin/main").message());
    assertEquals(
        List.of(),
        project.upkeep().check(CheckOptions.LOOK, Progress.NONE, Cancellation.none()).findings());
  }

  @Test
  void onlyTheWantedBranchesComeIn() {
    ObjectId one = repo.commit(Map.of("a", "a"), "one");
    ObjectId two = repo.commit(Map.of("a", "aa"), "two", one);
    ObjectId other = repo.commit(Map.of("b", "b"), "other", one);
    repo.branch("main", two);
    repo.branch("dev/one", other);
    repo.branch("dev/two", one);
    repo.ref("refs/tags/on-main", two);
    repo.ref("refs/tags/on-dev", other);

    HistoryReport report =
        project.take(
            repo.folder(),
            new HistoryOptions("up", List.of("dev/*"), OptionalInt.empty(), Optional.empty()));

    assertEquals(
        List.of("refs/heads/dev/one", "refs/heads/dev/two", "refs/tags/on-dev"),
        report.refs().stream().map(HistoryReport.RefResult::name).toList());
    assertEquals("other", project.history().resolve("up/dev/one").message());
    NotFoundException missing =
        assertThrows(
            NotFoundException.class,
            () ->
                project.take(
                    repo.folder(),
                    new HistoryOptions(
                        "up", List.of("nope"), OptionalInt.empty(), Optional.empty())));
    assertTrue(missing.getMessage().contains("'nope'"));
  }

  @Test
  void aHistoryCanBeCutOff() {
    ObjectId one = repo.commit(Map.of("a", "1"), "one");
    ObjectId two = repo.commit(Map.of("a", "2"), "two", one);
    ObjectId three = repo.commit(Map.of("a", "3"), "three", two);
    repo.branch("main", three);

    HistoryReport report =
        project.take(
            repo.folder(),
            new HistoryOptions("origin", List.of(), OptionalInt.of(2), Optional.empty()));

    assertEquals(List.of("three", "two"), log(project));
    assertTrue(report.notes().get(0).contains("cut off"), report.notes().toString());
    ObjectId four = repo.commit(Map.of("a", "4"), "four", three);
    repo.branch("main", four);
    assertEquals(1, project.take(repo.folder()).commits());
    assertEquals(List.of("four", "three", "two"), log(project));
  }

  @Test
  void largeFilesGoByPieceByPiece() {
    byte[] large = new byte[9 << 20];
    new Random(1).nextBytes(large);
    ObjectId blob = repo.object(Constants.OBJ_BLOB, large);
    ObjectId tree = repo.tree(List.of(GitRepo.entry("100644", "large", blob)));
    ObjectId commit = repo.commit(tree, "large");
    repo.branch("main", commit);

    assertEquals(large.length, project.take(repo.folder()).bytes());

    assertEquals(commit.name(), project.rebuilt(project.commit(commit.name())).toString());
  }

  @Test
  void aMapTellsWhichCommitIsWhich() {
    ObjectId one = repo.commit(Map.of("a", "a"), "one");
    repo.branch("main", one);
    project.take(repo.folder());
    Hash commit = project.history().head().orElseThrow().id();
    GitId git = GitId.parse(one.name());

    assertEquals(Optional.of(git), project.map().gitOf(commit));
    assertEquals(Optional.of(commit), project.map().commitOf(git));
    for (int digits : new int[] {1, 4, 7, 40}) {
      assertEquals(
          List.of(new GitMap.Pair(git, commit)),
          project.map().startingWith(one.name().substring(0, digits), 5));
    }
    assertEquals(List.of(), project.map().startingWith("0".repeat(40), 5));
    assertThrows(IllegalArgumentException.class, () -> project.map().startingWith("xyz", 5));
  }

  @Test
  void aFirstRootIsThatOfANewProject() {
    try (ImportFixture other = new ImportFixture(git)) {
      repo.branch("main", repo.commit(Map.of(), "nothing"));
      Node empty = other.workspace().root();
      other.take(repo.folder());
      assertEquals(empty, other.workspace().root());
    }
  }
}
