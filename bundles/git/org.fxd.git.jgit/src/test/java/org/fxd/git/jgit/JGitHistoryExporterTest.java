package org.fxd.git.jgit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.fxd.git.api.history.ExportOptions;
import org.fxd.git.api.history.ExportReport;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref.Direct;
import org.fxd.history.api.Commit;
import org.fxd.merge.api.Choice;
import org.fxd.merge.api.Conflict;
import org.fxd.merge.api.Conflicts;
import org.fxd.source.api.FileMeta;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JGitHistoryExporterTest {
  private static final ExportOptions BARE =
      new ExportOptions(List.of(), ExportOptions.Conflicts.REFUSED, false, false, true);
  private static final ExportOptions FORCED =
      new ExportOptions(List.of(), ExportOptions.Conflicts.REFUSED, true, false, true);

  @TempDir Path temp;
  private ExportFixture project;
  private Path target;

  @BeforeEach
  void setUp() throws IOException {
    temp = temp.toRealPath();
    target = temp.resolve("target");
    project = new ExportFixture(Files.createDirectory(temp.resolve("home")));
  }

  @AfterEach
  void tearDown() {
    project.close();
  }

  @Test
  void aCommitOfOursIsACommitOfGit() throws IOException {
    project.write("a/b.txt", "one\n");
    project.put("run", executable("#!/bin/sh\n"));
    project.put("link", leaf(Kind.SYMLINK, "a/b.txt".getBytes(StandardCharsets.UTF_8)));
    project.put(
        "module", leaf(Kind.GITLINK, "a commit of another.".getBytes(StandardCharsets.UTF_8)));
    project.put("empty", project.nodes().builder(Kind.FOLDER).build());
    project.commit("First\n\nfor good reasons");
    ExportReport report = project.export(target, BARE);
    assertEquals(1, report.commits());
    assertEquals(List.of("refs/heads/main NEW"), refs(report));
    try (Repository repository = open(target)) {
      assertTrue(repository.isBare());
      assertEquals("refs/heads/main", repository.getFullBranch());
      RevCommit commit = commit(repository, "main");
      assertEquals("First\n\nfor good reasons\n", commit.getFullMessage());
      assertEquals("Ada Lovelace", commit.getAuthorIdent().getName());
      assertEquals(ExportFixture.NOON.toInstant(), commit.getAuthorIdent().getWhenAsInstant());
      assertEquals(
          Map.of(
              "a/b.txt", "100644 one\n",
              "run", "100755 #!/bin/sh\n",
              "link", "120000 a/b.txt",
              "module", "160000"),
          files(repository, commit));
    }
    assertSound(target);
  }

  @Test
  void aNewRepositoryWithAWorkTreeHasItsFiles() throws IOException {
    project.write("a/b.txt", "one\n");
    project.commit("First");
    ExportReport report = project.export(target, ExportOptions.ALL);
    assertEquals(List.of(), report.notes());
    assertEquals("one\n", ExportFixture.read(target.resolve("a/b.txt")));
    ExportFixture.git(target, "status", "--porcelain").ifPresent(said -> assertEquals("", said));
    assertSound(target);
  }

  @Test
  void theSameCommitHasTheSameIdWhereverItGoes() throws IOException {
    project.write("a", "1");
    project.commit("one");
    project.write("a", "2");
    project.commit("two");
    project.export(target, BARE);
    Path other = temp.resolve("other");
    ExportReport report = project.export(other, BARE);
    assertEquals(2, report.commits());
    assertEquals(all(target), all(other));
  }

  @Test
  void onlyWhatIsNewIsWritten() throws IOException {
    for (int i = 0; i < 50; i++) {
      project.write("folder" + i % 5 + "/file" + i, "text " + i);
    }
    project.commit("many");
    project.export(target, BARE);
    project.write("folder1/file1", "other");
    project.commit("one");
    ExportReport report = project.export(target, BARE);
    assertEquals(1, report.commits());
    assertEquals(4, report.objects(), "commit, two trees, one file");
    assertEquals(List.of("refs/heads/main MOVED"), refs(report));
    assertEquals(List.of("refs/heads/main SAME"), refs(project.export(target, BARE)));
    assertEquals(0, project.export(target, BARE).objects());
    assertSound(target);
  }

  @Test
  void whatMovesIsNotWrittenAgain() throws IOException {
    for (int i = 0; i < 20; i++) {
      project.write("a/b/file" + i, "text " + i);
    }
    project.commit("many");
    project.export(target, BARE);
    project.change(
        code -> {
          Entry moved = code.child(Name.of("a")).entry(Name.of("b")).orElseThrow();
          code.child(Name.of("a")).remove(moved.id());
          NodeBuilder other = moved.node().builder();
          other.put(new Entry(NodeId.random(), Name.of("new"), Place.NONE, project.file("x")));
          code.put(moved.withName(Name.of("c")).withNode(other.build()));
        });
    project.commit("moved");
    ExportReport report = project.export(target, BARE);
    assertEquals(4, report.objects(), "commit, two trees, the new file");
    assertSound(target);
    assertAsFromScratch();
  }

  @Test
  void historiesOfAnySizeAndShapeAreTheSameFromScratchAndPieceByPiece() throws IOException {
    java.util.Random random = new java.util.Random(7);
    for (int round = 0; round < 60; round++) {
      for (int edits = random.nextInt(4); edits >= 0; edits--) {
        String path = "d" + random.nextInt(3) + "/e" + random.nextInt(3) + "/f" + random.nextInt(4);
        project.write(path, "text " + random.nextInt(5));
      }
      int round0 = round;
      project.change(code -> shuffle(code, random, round0));
      project.commit("round " + round);
      if (random.nextInt(3) == 0) {
        project.export(target, BARE);
      }
    }
    project.export(target, BARE);
    assertSound(target);
    assertAsFromScratch();
  }

  private static void shuffle(NodeBuilder code, java.util.Random random, int round) {
    List<Entry> all = new ArrayList<>();
    code.entries().forEach(all::add);
    Entry one = all.get(random.nextInt(all.size()));
    Name name = Name.of("d" + random.nextInt(6));
    if (random.nextInt(3) == 0 && code.entry(name).isEmpty()) {
      code.put(one.withName(name));
    } else if (random.nextInt(4) == 0 && all.size() > 1) {
      Entry into = all.get(random.nextInt(all.size()));
      if (!into.id().equals(one.id())) {
        code.remove(one.id());
        code.child(into.id()).put(one.withName(Name.of("m" + round)));
      }
    }
  }

  @Test
  void manyObjectsGoIntoAPack() throws IOException {
    for (int i = 0; i < 150; i++) {
      project.write("f" + i, "text " + i);
    }
    project.put("large", project.file("x".repeat(9 << 20)));
    project.commit("many");
    ExportReport report = project.export(target, BARE);
    assertEquals(153, report.objects());
    try (var packs = Files.list(target.resolve("objects/pack"))) {
      assertEquals(
          List.of("idx", "pack"),
          packs.map(file -> file.toString().replaceAll(".*\\.", "")).sorted().toList());
    }
    assertSound(target);
  }

  @Test
  void mergesAndTagsAndBranchesGoAlong() throws IOException {
    project.write("a", "1");
    Commit base = project.commit("base");
    project.history().createBranch("side/one", base, ExportFixture.TEST);
    project.history().checkout("side/one", ExportFixture.TEST);
    project.write("b", "2");
    Commit side = project.commit("side");
    project.history().checkout("main", ExportFixture.TEST);
    project.write("c", "3");
    Commit main = project.commit("main");
    project
        .workspace()
        .change(
            ExportFixture.TEST,
            "tags",
            transaction -> {
              transaction.ref("refs/tags/light", org.fxd.graph.api.workspace.Ref.to(base.id()));
              Node tag =
                  project
                      .nodes()
                      .builder(Kind.TAG)
                      .value(Value.of(side.id()))
                      .metadata("message", Value.of("A tag\n\nwith more"))
                      .metadata("tagger", Value.of("Bob"))
                      .metadata("email", Value.of("bob@x.org"))
                      .metadata("time", Value.of("2026-01-02T12:00-03:30"))
                      .build();
              transaction.ref("refs/tags/v1", new Direct(transaction.attach(tag)));
              project
                  .history()
                  .commit(
                      transaction,
                      org.fxd.history.api.CommitDraft.of("merge", ExportFixture.ADA)
                          .withParents(List.of(main.id(), side.id())));
            });
    ExportReport report = project.export(target, BARE);
    assertEquals(
        List.of(
            "refs/heads/main NEW",
            "refs/heads/side/one NEW",
            "refs/tags/light NEW",
            "refs/tags/v1 NEW"),
        refs(report));
    try (Repository repository = open(target);
        RevWalk walk = new RevWalk(repository)) {
      assertEquals(2, commit(repository, "main").getParentCount());
      assertEquals(commit(repository, "side/one"), commit(repository, "main").getParent(1));
      RevTag tag = walk.parseTag(repository.exactRef("refs/tags/v1").getObjectId());
      assertEquals("A tag\n\nwith more\n", tag.getFullMessage());
      assertEquals("Bob", tag.getTaggerIdent().getName());
      assertEquals(commit(repository, "side/one"), tag.getObject());
    }
    assertSound(target);
    assertEquals(0, project.export(target, BARE).objects());
  }

  @Test
  void oneCanNameTheBranches() {
    project.write("a", "1");
    Commit base = project.commit("base");
    project.history().createBranch("f/one", base, ExportFixture.TEST);
    project.history().createBranch("f/two", base, ExportFixture.TEST);
    project.history().createBranch("g.one", base, ExportFixture.TEST);
    assertEquals(
        List.of("refs/heads/f/one NEW", "refs/heads/f/two NEW"),
        refs(project.export(target, branches("f/*", "f/one"))));
    assertEquals(List.of("refs/heads/g.one NEW"), refs(project.export(target, branches("g.*"))));
    assertThrows(NotFoundException.class, () -> project.export(target, branches("gxone")));
  }

  private static ExportOptions branches(String... names) {
    return new ExportOptions(List.of(names), ExportOptions.Conflicts.REFUSED, false, false, true);
  }

  @Test
  void whatWentAnotherWayStaysUnlessForced() throws IOException {
    project.write("a", "1");
    project.commit("one");
    project.export(target, BARE);
    String theirs;
    try (Git git = Git.open(target.toFile())) {
      ObjectId tree = commit(git.getRepository(), "main").getTree();
      theirs = commitAbove(git.getRepository(), tree);
    }
    project.write("a", "2");
    project.commit("two");
    ConflictException e = assertThrows(ConflictException.class, () -> project.export(target, BARE));
    assertTrue(e.getMessage().contains("main"), e.getMessage());
    assertEquals(theirs, all(target).get("refs/heads/main"));
    assertEquals(List.of("refs/heads/main FORCED"), refs(project.export(target, FORCED)));
    assertNotEquals(theirs, all(target).get("refs/heads/main"));
  }

  @Test
  void nothingMovesIfOneCannot() throws IOException {
    project.write("a", "1");
    Commit one = project.commit("one");
    project.history().createBranch("other", one, ExportFixture.TEST);
    project.export(target, BARE);
    Map<String, String> before = all(target);
    try (Git git = Git.open(target.toFile())) {
      commitAbove(git.getRepository(), commit(git.getRepository(), "main").getTree());
      before.put("refs/heads/main", commit(git.getRepository(), "main").name());
    }
    project.history().checkout("other", ExportFixture.TEST);
    project.write("a", "2");
    project.commit("two");
    project.history().checkout("main", ExportFixture.TEST);
    project.write("a", "3");
    project.commit("three");
    assertThrows(ConflictException.class, () -> project.export(target, BARE));
    assertEquals(before, all(target));
  }

  @Test
  void aBranchThatIsCheckedOutThereStays() throws IOException {
    project.write("a", "1");
    project.commit("one");
    project.export(target);
    Map<String, String> before = all(target.resolve(".git"));
    project.write("a", "2");
    project.commit("two");
    FxdException e = assertThrows(FxdException.class, () -> project.export(target));
    assertTrue(e.getMessage().contains("main is checked out"), e.getMessage());
    assertTrue(e.hint().orElse("").contains("denyCurrentBranch"), e.hint().orElse(""));
    assertEquals(before, all(target.resolve(".git")));
    assertEquals("1", ExportFixture.read(target.resolve("a")));
    try (Git git = Git.open(target.toFile())) {
      git.getRepository().getConfig().setString("receive", null, "denyCurrentBranch", "ignore");
      git.getRepository().getConfig().save();
    }
    assertEquals(List.of("refs/heads/main MOVED"), refs(project.export(target)));
    assertEquals("1", ExportFixture.read(target.resolve("a")), "the work tree is its owner's");
  }

  @Test
  void aRepositoryWithoutACommitGetsItsFiles() throws IOException {
    GitFixture.init(target).close();
    String branch;
    try (Repository repository = open(target.resolve(".git"))) {
      branch = repository.getBranch();
    }
    project.write("a", "1");
    Commit one = project.commit("one");
    if (!branch.equals("main")) {
      project.history().createBranch(branch, one, ExportFixture.TEST);
    }
    assertEquals(List.of(), project.export(target).notes());
    assertEquals("1", ExportFixture.read(target.resolve("a")));
  }

  @Test
  void whatIsNoRepositoryIsLeftAlone() throws IOException {
    project.write("a", "1");
    project.commit("one");
    GitFixture.write(target.resolve("mine"), "keep");
    assertThrows(UsageException.class, () -> project.export(target));
    assertEquals("keep", ExportFixture.read(target.resolve("mine")));
    try (var inside = Files.list(target)) {
      assertEquals(1, inside.count());
    }
  }

  @Test
  void aRepositoryThatWasMadeGoesAgainIfTheExportFails() throws IOException {
    project.write(".GIT/config", "evil");
    project.commit("one");
    FxdException e = assertThrows(FxdException.class, () -> project.export(target));
    assertTrue(e.getMessage().contains("Git has no room for .GIT"), e.getMessage());
    assertFalse(Files.exists(target));
    Files.createDirectory(target);
    assertThrows(FxdException.class, () -> project.export(target));
    try (var inside = Files.list(target)) {
      assertEquals(0, inside.count());
    }
  }

  @Test
  void conflictsAreRefusedOrWritten() throws IOException {
    project.write("a", "<<<<<<< one\n");
    project
        .workspace()
        .change(
            ExportFixture.TEST,
            "conflict",
            transaction -> transaction.root().childOrNew(Name.of("conflicts"), Kind.FOLDER));
    project.commit("one");
    project.with(new OneConflict());
    ConflictException e = assertThrows(ConflictException.class, () -> project.export(target, BARE));
    assertTrue(e.getMessage().contains("(one)") && e.getMessage().contains("code/a"), e.toString());
    assertFalse(Files.exists(target));
    ExportOptions rendered =
        new ExportOptions(List.of(), ExportOptions.Conflicts.RENDERED, false, false, true);
    project.export(target, rendered);
    try (Repository repository = open(target)) {
      assertEquals(
          Map.of("a", "100644 <<<<<<< one\n"), files(repository, commit(repository, "main")));
    }
  }

  /** A project in which one file is always in conflict. */
  private static final class OneConflict implements Conflicts {
    @Override
    public List<Conflict> all() {
      return List.of();
    }

    @Override
    public List<Conflict> in(Node root) {
      List<Name> path = List.of(Name.of("code"), Name.of("a"));
      return List.of(
          new Conflict(NodeId.random(), path, Conflict.Sort.VALUE, "", List.of(), List.of()));
    }

    @Override
    public Change resolve(NodeId id, Choice choice, Origin origin) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Change resolve(NodeId id, Node node, Origin origin) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void whatGitDoesNotHaveIsSaid() {
    project.write("a", "1");
    project.put("note", project.nodes().leaf(Kind.DATA, Value.of(1)));
    project.commit("one");
    project.write("a", "2");
    assertEquals(
        List.of(
            "note: Git has no such thing; left out there",
            "the work that is not committed was not exported"),
        project.export(target, BARE).notes());
  }

  @Test
  void aProjectWithoutACommitHasNothingToExport() {
    FxdException e = assertThrows(FxdException.class, () -> project.export(target));
    assertTrue(e.getMessage().contains("no commit yet"), e.getMessage());
    assertFalse(Files.exists(target));
  }

  @Test
  void stoppedItLeavesNothing() {
    project.write("a", "1");
    project.commit("one");
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThrows(
        FxdException.class,
        () ->
            project
                .exporter()
                .export(
                    project.workspace(),
                    target,
                    BARE,
                    ExportFixture.TEST,
                    Progress.NONE,
                    cancellation));
    assertFalse(Files.exists(target));
  }

  @Test
  void aMapThatIsWrongOrLostDoesNoHarm() throws IOException {
    project.write("a", "1");
    Commit one = project.commit("one");
    project.write("a", "2");
    Commit two = project.commit("two");
    project.export(target, BARE);
    Map<String, String> right = all(target);
    try (var batch = project.store().begin()) {
      byte[] entry = project.store().index(reader -> reader.get(key(two))).orElseThrow();
      batch.index(key(one), entry);
      batch.commit();
    }
    project.write("a", "3");
    project.commit("three");
    project.export(target, BARE);
    try (var batch = project.store().begin()) {
      batch.index(key(one), null);
      batch.index(key(two), null);
      batch.commit();
    }
    Path other = temp.resolve("other");
    project.export(other, BARE);
    assertEquals(all(other), all(target));
    assertNotEquals(right, all(target));
    assertSound(target);
    assertSound(other);
  }

  private static byte[] key(Commit commit) {
    byte[] key = new byte[33];
    key[0] = 'g';
    commit.id().copyTo(key, 1);
    return key;
  }

  private void assertAsFromScratch() throws IOException {
    Path scratch = temp.resolve("scratch");
    project.export(scratch, BARE);
    assertEquals(all(scratch), all(target));
  }

  private static void assertSound(Path repository) {
    ExportFixture.git(repository, "fsck", "--strict", "--no-dangling")
        .ifPresent(said -> assertEquals("", said.replaceAll("(?m)^(Checking|notice).*\n", "")));
  }

  private Node executable(String text) {
    return project.file(text).builder().metadata(FileMeta.EXECUTABLE, Value.of(true)).build();
  }

  private Node leaf(Kind kind, byte[] value) {
    return project.nodes().leaf(kind, Value.of(value));
  }

  private static List<String> refs(ExportReport report) {
    return report.refs().stream().map(ref -> ref.name() + " " + ref.outcome()).toList();
  }

  private static Repository open(Path gitDir) throws IOException {
    return Git.open(gitDir.toFile()).getRepository();
  }

  private static RevCommit commit(Repository repository, String name) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(repository.resolve(name));
      walk.parseBody(commit);
      return commit;
    }
  }

  /** Puts a commit of somebody else's on main. */
  private static String commitAbove(Repository repository, ObjectId tree) throws IOException {
    try (var inserter = repository.newObjectInserter()) {
      var commit = new org.eclipse.jgit.lib.CommitBuilder();
      commit.setTreeId(tree);
      commit.setParentId(repository.resolve("main"));
      commit.setAuthor(new org.eclipse.jgit.lib.PersonIdent("Eve", "eve@x.org"));
      commit.setCommitter(commit.getAuthor());
      commit.setMessage("theirs");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      var update = repository.updateRef("refs/heads/main");
      update.setNewObjectId(id);
      update.update();
      return id.name();
    }
  }

  private static Map<String, String> files(Repository repository, RevCommit commit)
      throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(commit.getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        String mode = walk.getFileMode().toString();
        files.put(
            walk.getPathString(),
            mode.equals("160000")
                ? mode
                : mode
                    + " "
                    + new String(
                        repository.open(walk.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static Map<String, String> all(Path repository) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Repository opened = open(repository)) {
      for (Ref ref : opened.getRefDatabase().getRefs()) {
        if (!ref.getName().equals(Constants.HEAD)) {
          all.put(ref.getName(), ref.getObjectId().name());
        }
      }
    }
    return all;
  }
}
