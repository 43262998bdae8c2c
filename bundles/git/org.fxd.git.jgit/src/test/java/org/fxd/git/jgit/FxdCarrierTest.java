package org.fxd.git.jgit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.fxd.git.api.history.ExportOptions;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.carrier.Carried;
import org.fxd.git.jgit.carrier.FxdCarrier;
import org.fxd.git.jgit.object.GitCommit;
import org.fxd.git.jgit.object.GitCommitCodec;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;
import org.fxd.testkit.Choices;
import org.fxd.testkit.NodeGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was made in FXD comes back from Git as it was, and nothing else does. */
class FxdCarrierTest {
  private static final ExportOptions CARRYING =
      new ExportOptions(List.of(), ExportOptions.Conflicts.REFUSED, false, true, true);

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
  void commitsComeBackWithTheirIdsAndNodes() throws IOException {
    NodeGenerator generator = new NodeGenerator(project.nodes());
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      Choices choices = Choices.seeded(round);
      for (int edits = random.nextInt(4); edits >= 0; edits--) {
        project.write("d" + random.nextInt(2) + "/f" + random.nextInt(4), text(random));
      }
      project.change(code -> shuffle(code, random));
      scanOne(random);
      other(generator, choices);
      project.commit("round " + round);
      if (round % 7 == 3) {
        project.export(target, CARRYING);
      }
    }
    project.export(target, CARRYING);
    assertEquals(40, comeBack());
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

  private static void shuffle(NodeBuilder code, Random random) {
    List<Entry> all = new ArrayList<>();
    code.entries().forEach(all::add);
    Entry one = all.get(random.nextInt(all.size()));
    Name name = Name.of("d" + random.nextInt(4));
    if (random.nextInt(3) == 0) {
      Optional<Entry> there = code.entry(name);
      code.remove(one.id());
      there.ifPresent(entry -> code.remove(entry.id()));
      code.put(one.withName(name));
      there
          .filter(entry -> !entry.id().equals(one.id()))
          .ifPresent(entry -> code.put(entry.withName(one.name())));
    }
  }

  /** Gives a file the form that editing its snippets gives it. */
  private void scanOne(Random random) {
    project.change(
        code -> {
          for (Entry folder : code.entries()) {
            for (Entry file : folder.node().entries()) {
              if (random.nextInt(3) == 0) {
                Node scanned = project.sources().scanned(file.id(), file.name(), file.node());
                assertTrue(scanned.size() > 0, "it is scanned");
                code.child(folder.id()).put(file.withNode(scanned));
              }
            }
          }
        });
  }

  /** Changes what is beside the files. */
  private void other(NodeGenerator generator, Choices choices) {
    project
        .workspace()
        .change(
            ExportFixture.TEST,
            "other",
            transaction -> {
              Name name = Name.of("groups");
              Node before =
                  transaction
                      .root()
                      .entry(name)
                      .map(Entry::node)
                      .orElse(generator.tree(choices, 8));
              Node after = generator.edited(choices, before, 4);
              Hash linked = transaction.attach(generator.tree(choices, 5));
              after = after.builder().metadata("link", Value.of(linked)).build();
              NodeId id = transaction.root().entry(name).map(Entry::id).orElseGet(NodeId::random);
              transaction.root().put(new Entry(id, name, Place.NONE, stored(transaction, after)));
            });
  }

  private Node stored(org.fxd.graph.api.workspace.Transaction transaction, Node node) {
    NodeBuilder builder = node.builder();
    for (Entry entry : node.entries()) {
      builder.put(entry.withNode(stored(transaction, entry.node())));
    }
    node.value().asBlob().ifPresent(blob -> builder.value(Value.of(stored(transaction, blob))));
    node.metadata()
        .forEach(
            (key, value) ->
                value
                    .asBlob()
                    .ifPresent(blob -> builder.metadata(key, Value.of(stored(transaction, blob)))));
    return builder.build();
  }

  private static Blob stored(org.fxd.graph.api.workspace.Transaction transaction, Blob blob) {
    try (InputStream in = blob.open()) {
      return transaction.blob(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes all commits back; how many came, all of them true. */
  private int comeBack() throws IOException {
    int count = 0;
    Map<String, Carried> carried = new HashMap<>();
    try (Repository repository = Git.open(target.toFile()).getRepository();
        FxdCarrier carrier =
            FxdCarrier.read(repository, project.nodes(), project.sources()).orElseThrow();
        RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.TOPO);
      walk.sort(RevSort.REVERSE, true);
      walk.markStart(walk.parseCommit(repository.resolve("main")));
      for (RevCommit commit : walk) {
        Optional<RevCommit> first = Arrays.stream(commit.getParents()).findFirst();
        Node none = project.workspace().root().missing();
        Optional<Carried> found =
            carrier.find(
                GitId.parse(commit.name()),
                GitCommitCodec.decode(repository.open(commit).getBytes()),
                Arrays.stream(commit.getParents())
                    .map(parent -> carried.get(parent.name()).commit().id())
                    .toList(),
                first.map(parent -> carried.get(parent.name()).root()).orElse(none),
                first.map(parent -> GitId.parse(parent.getTree().name())),
                FxdCarrierTest::content);
        assertTrue(found.isPresent(), commit.getShortMessage());
        Commit original = project.history().commit(found.get().commit().id());
        assertEquals(original, found.get().commit());
        assertEquals(project.history().root(original).hash(), found.get().root().hash());
        found.get().trees().forEach(tree -> assertTrue(isStored(tree), tree.toString()));
        carried.put(commit.name(), found.get());
        count++;
      }
    }
    return count;
  }

  private boolean isStored(Node tree) {
    return project.store().get(List.of(tree.hash())).get(tree.hash())
        instanceof org.fxd.store.api.Lookup.Present;
  }

  private static Blob content(InputStream in) {
    try {
      return Blob.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void headersThatGitHasNoRoomForComeBack() throws IOException {
    project.write("a", "1");
    project
        .history()
        .commit(
            org.fxd.history.api.CommitDraft.of("one", ExportFixture.ADA)
                .withHeaders(
                    List.of(
                        new Header("zero", new byte[] {0, 1}),
                        Header.of("author", "me"),
                        Header.of("fxdsig", "ed25519 0 A"))),
            org.fxd.history.api.Selection.all(),
            ExportFixture.TEST);
    project.export(target, CARRYING);
    assertEquals(1, comeBack());
  }

  @Test
  void theTextOfFilesIsNotInItTwice() throws IOException {
    project.write("a", "unmistakable ".repeat(50));
    scanAll();
    project.commit("one");
    project.export(target, CARRYING);
    try (Repository repository = Git.open(target.toFile()).getRepository();
        RevWalk revisions = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(revisions.parseCommit(repository.resolve(FxdCarrier.REF)).getTree());
      walk.setRecursive(true);
      int records = 0;
      while (walk.next()) {
        String record =
            new String(
                repository.open(walk.getObjectId(0)).getBytes(), StandardCharsets.ISO_8859_1);
        assertFalse(record.contains("unmistakable unmistakable unmistakable"), record);
        records++;
      }
      assertEquals(1, records);
    }
    assertEquals(1, comeBack());
  }

  private void scanAll() {
    project.change(
        code -> {
          for (Entry file : code.entries()) {
            code.put(file.withNode(project.sources().scanned(file.id(), file.name(), file.node())));
          }
        });
  }

  @Test
  void whatIsPlainCarriesNothing() throws IOException {
    project.write("a", "1");
    project.commit("one");
    project.export(
        target, new ExportOptions(List.of(), ExportOptions.Conflicts.REFUSED, false, false, true));
    try (Repository repository = Git.open(target.toFile()).getRepository()) {
      assertTrue(FxdCarrier.read(repository, project.nodes(), project.sources()).isEmpty());
    }
  }

  @Test
  void aCommitBesideAnotherIsNotBelieved() throws IOException {
    project.write("a", "1");
    Commit one = project.commit("one");
    project.write("a", "2");
    project.commit("two");
    project.export(target, CARRYING);
    try (Repository repository = Git.open(target.toFile()).getRepository();
        RevWalk walk = new RevWalk(repository);
        FxdCarrier carrier =
            FxdCarrier.read(repository, project.nodes(), project.sources()).orElseThrow()) {
      RevCommit two = walk.parseCommit(repository.resolve("main"));
      RevCommit first = walk.parseCommit(two.getParent(0));
      GitId git = GitId.parse(two.name());
      GitCommit raw = GitCommitCodec.decode(repository.open(two).getBytes());
      GitId tree = GitId.parse(first.getTree().name());
      Node before = project.history().root(one);
      assertTrue(carrier.has(git));
      assertFalse(carrier.has(GitId.parse(two.getTree().name())));
      assertTrue(
          carrier
              .find(git, raw, List.of(one.id()), before, Optional.of(tree), FxdCarrierTest::content)
              .isPresent());
      GitCommit other =
          new GitCommit(
              raw.tree(),
              raw.parents(),
              raw.author(),
              raw.authored(),
              raw.committer(),
              raw.committed(),
              "too",
              raw.headers());
      assertTrue(
          carrier
              .find(
                  git, other, List.of(one.id()), before, Optional.of(tree), FxdCarrierTest::content)
              .isEmpty(),
          "it says something else");
      assertTrue(
          carrier
              .find(git, raw, List.of(), before, Optional.of(tree), FxdCarrierTest::content)
              .isEmpty(),
          "it has other parents");
      Node changed = before.builder().metadata("more", Value.of(1)).build();
      assertTrue(
          carrier
              .find(
                  git, raw, List.of(one.id()), changed, Optional.of(tree), FxdCarrierTest::content)
              .isEmpty(),
          "what it builds upon is another tree");
    }
  }

  @Test
  void somebodyElsesReferenceIsLeftUnread() throws IOException {
    project.write("a", "1");
    project.commit("one");
    project.export(target, CARRYING);
    try (Repository repository = Git.open(target.toFile()).getRepository()) {
      ObjectId main = repository.resolve("main");
      var update = repository.updateRef(FxdCarrier.REF);
      update.setNewObjectId(main);
      update.setForceUpdate(true);
      update.update();
      assertTrue(FxdCarrier.read(repository, project.nodes(), project.sources()).isEmpty());
      try (var inserter = repository.newObjectInserter()) {
        ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {1});
        inserter.flush();
        update = repository.updateRef(FxdCarrier.REF);
        update.setNewObjectId(blob);
        update.setForceUpdate(true);
        update.update();
      }
      assertTrue(FxdCarrier.read(repository, project.nodes(), project.sources()).isEmpty());
    }
  }

  @Test
  void treesAsDeepAsTheyMayBeGoAndComeBack() throws IOException {
    Node deep = project.file("deep");
    for (int i = 0; i < Limits.DEPTH - 3; i++) {
      NodeBuilder folder = project.nodes().builder(Kind.FOLDER);
      folder.put(new Entry(NodeId.random(), Name.of("d"), Place.NONE, deep));
      deep = folder.build();
    }
    project.put("top", deep);
    project.commit("deep");
    project.export(target, CARRYING);
    assertEquals(1, comeBack());
  }

  @Test
  void aCommitThatChangesNoFileComesBack() throws IOException {
    project.write("a", "1");
    project.commit("one");
    project
        .workspace()
        .change(
            ExportFixture.TEST,
            "group",
            transaction -> transaction.root().childOrNew(Name.of("groups"), Kind.FOLDER));
    project.commit("a group");
    project.export(target, CARRYING);
    assertEquals(2, comeBack());
  }
}
