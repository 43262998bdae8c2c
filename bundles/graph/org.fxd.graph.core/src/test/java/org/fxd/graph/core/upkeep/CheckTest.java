package org.fxd.graph.core.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.graph.api.upkeep.Uses;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.codec.ByteWriter;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.DamagedStore;
import org.fxd.testkit.StoreWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckTest {
  private static final Name CODE = Name.of(Workspace.CODE);

  private final AtomicReference<DamagedStore> store = new AtomicReference<>();
  private final KeptProject project =
      new KeptProject(
          memory -> {
            store.set(new DamagedStore(memory));
            return store.get();
          });

  @AfterEach
  void close() {
    project.close();
  }

  private static Hash blob(String text) {
    return Hash.ofContent(text.getBytes(StandardCharsets.UTF_8));
  }

  private Node code(String... names) {
    Node at = project.workspace().root().child(CODE);
    for (String name : names) {
      at = at.child(name);
    }
    return at;
  }

  private CheckReport check() {
    return project.check(CheckOptions.LOOK);
  }

  private Finding only() {
    CheckReport report = check();
    assertEquals(1, report.findings().size(), report.findings().toString());
    assertEquals(1, report.found());
    assertEquals(1, report.unrepaired());
    assertFalse(report.isSound());
    return report.findings().get(0);
  }

  private static Uses uses(Finding finding) {
    return finding.uses().orElseThrow();
  }

  @Test
  void aSoundProjectIsSound() {
    project.file("src/a", "text");
    project.commit();
    project.file("src/a", "other");
    CheckReport report = check();
    assertEquals(List.of(), report.findings());
    assertEquals(List.of(), report.notes());
    assertTrue(report.isSound());
    assertEquals(project.objects().size(), report.objects());
    assertEquals(1, report.commits());
    assertEquals(4, report.operations());
    assertEquals(List.of(), project.check(CheckOptions.REPAIR).findings());
  }

  @Test
  void nodesAreReadManyAtOnceToCompareTheIndex() {
    project.change(
        transaction -> {
          NodeBuilder code = transaction.root().child(CODE);
          for (int i = 0; i < 100; i++) {
            NodeBuilder file = code.childOrNew(Name.of("f" + i), Kind.FILE);
            for (int j = 0; j < 20; j++) {
              file.childOrNew(Name.of("s" + j), Kind.SNIPPET).value(Value.of("text " + i + j));
            }
          }
        });
    AtomicInteger asked = new AtomicInteger();
    try (KeptProject same =
        new KeptProject(
            memory ->
                new StoreWrapper(memory) {
                  @Override
                  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
                    asked.incrementAndGet();
                    return super.get(hashes);
                  }
                })) {
      same.change(transaction -> transaction.root(project.workspace().root()));
      asked.set(0);
      assertEquals(List.of(), same.check(CheckOptions.LOOK).findings());
      assertTrue(asked.get() < 300, "for some 2000 nodes: " + asked.get());
    }
  }

  @Test
  void aLostValueIsNamedWithFileAndCommits() {
    List<Hash> commits = new ArrayList<>();
    project.file("src/App.java", "lost");
    for (int i = 0; i < 12; i++) {
      project.file("README", "version " + i);
      commits.add(0, project.commit());
    }
    store.get().lose(blob("lost"));
    Finding finding = only();
    assertEquals(Finding.Sort.MISSING, finding.sort());
    assertEquals(Optional.of(blob("lost")), finding.object());
    assertTrue(finding.what().contains(blob("lost").brief()), finding.what());
    assertTrue(finding.what().contains("missing"), finding.what());
    assertTrue(uses(finding).newest());
    assertEquals(List.of("src/App.java"), uses(finding).paths());
    assertFalse(uses(finding).morePaths());
    assertEquals(12, uses(finding).commitCount());
    assertEquals(commits.subList(0, Uses.MOST), uses(finding).commits());
  }

  @Test
  void aDamagedValueOfOldCommitsIsNamedAsItWasCalledThen() {
    project.file("old/name", "damaged");
    Hash first = project.commit();
    project.file("old/name", "healthy");
    project.commit();
    store.get().damage(blob("damaged"), "it does not unpack");
    Finding finding = only();
    assertEquals(Finding.Sort.DAMAGED, finding.sort());
    assertTrue(finding.what().contains("it does not unpack"), finding.what());
    assertFalse(uses(finding).newest());
    assertEquals(List.of("old/name"), uses(finding).paths());
    assertEquals(List.of(first), uses(finding).commits());
    assertTrue(uses(finding).operations() > 0);
  }

  @Test
  void whatOnlyUndoNeedsIsNamedToo() {
    project.file("src/a", "undone");
    project.file("src/a", "now");
    store.get().lose(blob("undone"));
    Uses uses = uses(only());
    assertFalse(uses.newest());
    assertEquals(0, uses.commitCount());
    // After the one change, before the other.
    assertEquals(2, uses.operations());
    assertEquals(List.of("src/a"), uses.paths());
  }

  @Test
  void aLostSnippetIsNamedWithinItsFile() {
    project.change(
        transaction -> {
          NodeBuilder file =
              transaction.root().child(CODE).childOrNew(Name.of("App.java"), Kind.FILE);
          NodeBuilder type = file.childOrNew(Name.of("App"), Kind.SNIPPET);
          type.childOrNew(Name.of("run"), Kind.SNIPPET)
              .childOrNew(Name.EMPTY, Kind.GAP)
              .value(Value.of("void run() {}"));
          type.childOrNew(Name.of("stop"), Kind.SNIPPET).value(Value.of("void stop() {}"));
        });
    project.commit();
    Node run = code("App.java", "App", "run");
    store.get().lose(run.hash());
    assertEquals(List.of("App.java#App.run"), uses(only()).paths());
    store.get().heal();
    store.get().lose(run.entries().iterator().next().node().hash());
    assertEquals(List.of("App.java#App.run"), uses(only()).paths());
  }

  @Test
  void whatStandsInManyPlacesIsNamedTenTimes() {
    for (int i = 0; i < 15; i++) {
      project.file("src/f" + (char) ('a' + i), "the same");
    }
    store.get().lose(blob("the same"));
    // All fifteen are one node: it holds the content, and is held fifteen times.
    Uses uses = uses(only());
    assertEquals(Uses.MOST, uses.paths().size());
    assertEquals("src/fa", uses.paths().get(0));
    assertTrue(uses.morePaths());
  }

  @Test
  void lostFoldersAndTreesAreNamed() {
    project.file("src/main/a", "text");
    Hash commit = project.commit();
    store.get().lose(code("src").hash());
    assertEquals(List.of("src"), uses(only()).paths());
    // What stands in a lost folder is not said to be of no use.
    assertTrue(check().notes().stream().noneMatch(note -> note.contains("Nothing leads to")));
    store.get().heal();
    store.get().damage(project.workspace().root().hash(), "torn");
    Finding root = only();
    assertEquals(List.of("the whole project"), uses(root).paths());
    assertEquals(List.of(commit), uses(root).commits());
  }

  @Test
  void aLostPartOfAWideFolderIsNamedAsTheFolder() {
    project.change(
        transaction -> {
          NodeBuilder wide =
              transaction.root().child(CODE).childOrNew(Name.of("wide"), Kind.FOLDER);
          for (int i = 0; i < 1_000; i++) {
            wide.childOrNew(Name.of("n" + i), Kind.GAP).value(Value.of(i));
          }
        });
    Hash chunk = chunks().get(3);
    store.get().lose(chunk);
    Finding finding = only();
    assertEquals(Optional.of(chunk), finding.object());
    assertEquals(List.of("wide"), uses(finding).paths());
    store.get().heal();
    // A sound part, but another one than the node means.
    store.get().replace(chunk, project.bytes(chunks().get(5)));
    CheckReport report = check();
    assertTrue(
        report.findings().stream()
            .anyMatch(
                each ->
                    each.sort() == Finding.Sort.DAMAGED
                        && each.object().equals(Optional.of(chunk))
                        && each.what().contains("is not what the node")),
        report.findings().toString());
  }

  private List<Hash> chunks() {
    List<Hash> chunks = new ArrayList<>();
    project
        .objects()
        .forEach(
            (hash, type) -> {
              if (type == ObjectType.CHUNK) {
                chunks.add(hash);
              }
            });
    chunks.sort(null);
    return chunks;
  }

  @Test
  void whatIsNoObjectOfItsTypeIsDamaged() {
    project.file("src/a", "text");
    byte[] longer = Arrays.copyOf(project.bytes(code("src").hash()), 400);
    store.get().replace(code("src").hash(), longer);
    Finding finding = only();
    assertEquals(Finding.Sort.DAMAGED, finding.sort());
    assertTrue(finding.what().contains("cannot be read as one"), finding.what());
    assertEquals(List.of("src"), uses(finding).paths());
  }

  @Test
  void aLostCommitIsNamedByWhoNeedsIt() {
    project.file("a", "1");
    Hash first = project.commit();
    project.file("a", "2");
    Hash second = project.commit();
    project.change(transaction -> transaction.ref(State.BRANCHES + "old", Ref.to(first)));
    store.get().lose(first);
    Finding finding = only();
    assertTrue(finding.what().contains("commit"), finding.what());
    assertEquals(List.of(second), uses(finding).commits());
    assertEquals(List.of("the reference refs/heads/old"), uses(finding).paths());
    assertTrue(uses(finding).newest());
  }

  @Test
  void aBranchThatLeadsNowhereShowsAndAnyOtherLinkMay() {
    Hash nowhere = blob("nowhere");
    project.change(
        transaction ->
            transaction
                .root()
                .child(CODE)
                .childOrNew(Name.of("link"), Kind.DATA)
                .value(Value.of(nowhere)));
    assertEquals(List.of(), check().findings());
    Hash other = blob("other");
    project.change(transaction -> transaction.ref(State.BRANCHES + "gone", Ref.to(other)));
    Finding finding = only();
    assertEquals(Optional.of(other), finding.object());
    assertEquals(List.of("the reference refs/heads/gone"), uses(finding).paths());
  }

  @Test
  void aLostOperationEndsTheLogAndADamagedOneShows() {
    project.file("a", "1");
    project.file("a", "2");
    project.file("a", "3");
    List<Operation> log = new ArrayList<>();
    project.workspace().operations().forEach(log::add);
    store.get().damage(log.get(1).id(), "torn");
    Finding finding = only();
    assertEquals(Finding.Sort.DAMAGED, finding.sort());
    assertTrue(finding.what().contains("operation"), finding.what());
    store.get().heal();
    store.get().lose(log.get(0).id());
    assertEquals(Finding.Sort.MISSING, only().sort());
    store.get().heal();
    project.pass(Duration.ofDays(1));
    project.file("a", "4");
    project.collect(Duration.ofHours(1));
    CheckReport report = check();
    assertEquals(List.of(), report.findings());
    assertEquals(2, report.notes().size(), report.notes().toString());
    assertTrue(report.notes().get(0).contains("collected"), report.notes().get(0));
  }

  @Test
  void generationsAreCompared() {
    project.file("a", "1");
    Hash first = project.commit();
    Hash root = project.workspace().root().hash();
    AtomicReference<Hash> wrong = new AtomicReference<>();
    project.change(
        transaction -> {
          wrong.set(transaction.attach(PlainCommits.encode(5, root, List.of(first))));
          transaction.ref(KeptProject.MAIN, Ref.to(wrong.get()));
        });
    Finding finding = only();
    assertEquals(Finding.Sort.COMMITS, finding.sort());
    assertEquals(Optional.of(wrong.get()), finding.object());
    assertTrue(finding.what().contains("5, where it is 2"), finding.what());
  }

  @Test
  void clocksAndStatesOfTheLogAreCompared() {
    project.file("a", "1");
    Operation last = project.workspace().operations().iterator().next();
    State state = project.workspace().state();
    forge(last, last.time().toEpochMilli() - 5, last.after(), state.node().hash());
    Finding clock = only();
    assertEquals(Finding.Sort.OPERATIONS, clock.sort());
    assertTrue(clock.what().contains("made before " + last.id().brief()), clock.what());
    Hash newest = project.store().ref("operation").orElseThrow();
    byte[] bytes = project.bytes(newest);
    assertEquals(newest, Hash.ofContent(bytes));
    try (Batch batch = project.store().begin()) {
      batch.ref("operation", newest, last.id());
      batch.commit();
    }
    forge(last, last.time().toEpochMilli() + 5, last.before(), state.node().hash());
    Finding before = only();
    assertEquals(Finding.Sort.OPERATIONS, before.sort());
    assertTrue(before.what().contains("does not begin with the state"), before.what());
  }

  /** Writes an operation that follows another as it should not. */
  private void forge(Operation last, long time, Hash before, Hash after) {
    ByteWriter out = new ByteWriter(200);
    out.octet(ObjectType.OPERATION.code()).octet(1);
    out.varint(1).hash(last.id());
    out.id(last.replica()).varint(time).varint(0);
    out.text("me").text("test").text("forged").hash(before).hash(after);
    byte[] bytes = out.toBytes();
    Hash id = Hash.ofContent(bytes);
    try (Batch batch = project.store().begin()) {
      batch.put(ObjectType.OPERATION, id, bytes);
      batch.ref("operation", last.id(), id);
      batch.commit();
    }
  }

  @Test
  void contentOfAnotherSizeThanIsSaidShows() {
    byte[] content = "four".getBytes(StandardCharsets.UTF_8);
    Blob lying =
        new Blob() {
          @Override
          public Hash hash() {
            return Hash.ofContent(content);
          }

          @Override
          public long size() {
            return 5;
          }

          @Override
          public InputStream open() {
            return new ByteArrayInputStream(content);
          }
        };
    project.change(
        transaction ->
            transaction
                .root()
                .child(CODE)
                .childOrNew(Name.of("a"), Kind.FILE)
                .value(Value.of(lying)));
    Finding finding = only();
    assertEquals(Finding.Sort.DAMAGED, finding.sort());
    assertTrue(finding.what().contains("has 4 bytes"), finding.what());
  }

  @Test
  void whatNothingLeadsToIsNoHarm() {
    try (Batch batch = project.store().begin()) {
      batch.putBlob(new ByteArrayInputStream(new byte[10]));
      byte[] bytes = {ObjectType.NODE.code(), 9};
      batch.put(ObjectType.NODE, Hash.ofContent(bytes), bytes);
      batch.commit();
    }
    CheckReport report = check();
    assertEquals(List.of(), report.findings());
    assertEquals(1, report.notes().size());
    assertTrue(report.notes().get(0).contains("2 of the objects"), report.notes().get(0));
  }

  @Test
  void typesThatNobodyKnowsAreNotLookedInto() {
    project.file("a", "1");
    project.commit();
    project
        .projects()
        .links()
        .remove(project.projects().links().of(ObjectType.COMMIT).orElseThrow());
    CheckReport report = check();
    assertEquals(List.of(), report.findings());
    assertTrue(report.notes().get(0).contains("a commit leads to"), report.notes().toString());
  }

  @Test
  void aTamperedIndexIsFoundAndMadeAnew() {
    project.file("src/a", "text");
    NodeId id = project.workspace().root().child(CODE).entry(Name.of("src")).orElseThrow().id();
    byte[] key = new byte[17];
    key[0] = 'N';
    System.arraycopy(id.bytes(), 0, key, 1, 16);
    assertTrue(project.store().index(index -> index.get(key)).isPresent());
    try (Batch batch = project.store().begin()) {
      batch.index(key, null);
      batch.commit();
    }
    Finding finding = only();
    assertEquals(Finding.Sort.INDEX, finding.sort());
    CheckReport repaired = project.check(CheckOptions.REPAIR);
    assertEquals(1, repaired.found());
    assertEquals(0, repaired.unrepaired());
    assertTrue(repaired.isSound());
    assertTrue(repaired.findings().get(0).repaired().orElseThrow().contains("made anew"));
    assertEquals(List.of(), check().findings());
    assertTrue(project.store().index(index -> index.get(key)).isPresent());
  }

  @Test
  void whatTheStoreFindsIsTold() {
    List<Inspector.Problem> problems =
        List.of(
            new Inspector.Problem("A page is torn.", Optional.empty()),
            new Inspector.Problem("A page is free twice.", Optional.of("It is free once.")),
            new Inspector.Problem("The file is torn.", Optional.empty(), true));
    try (KeptProject torn =
        new KeptProject(
            memory ->
                new StoreWrapper(memory) {
                  @Override
                  public void check(
                      boolean repair,
                      Inspector inspector,
                      Progress progress,
                      Cancellation cancellation) {
                    super.check(repair, inspector, progress, cancellation);
                    problems.forEach(inspector::problem);
                  }
                })) {
      CheckReport report = torn.check(CheckOptions.LOOK);
      assertEquals(3, report.found());
      assertEquals(2, report.unrepaired());
      assertEquals("The file is torn.", report.findings().get(0).what());
      assertEquals(Finding.Sort.STRUCTURE, report.findings().get(0).sort());
      assertEquals("A page is torn.", report.findings().get(1).what());
      assertEquals(Finding.Sort.STORE, report.findings().get(1).sort());
      assertEquals(Optional.of("It is free once."), report.findings().get(2).repaired());
    }
  }

  /** The store forgot it, and then all was sound: a log may begin later than the project did. */
  @Test
  void anOperationThatARepairForgetsIsNamed() {
    AtomicReference<Hash> damaged = new AtomicReference<>();
    try (KeptProject torn =
        new KeptProject(
            memory -> {
              store.set(new DamagedStore(memory));
              return new StoreWrapper(store.get()) {
                @Override
                public void check(
                    boolean repair,
                    Inspector inspector,
                    Progress progress,
                    Cancellation cancellation) {
                  if (repair) {
                    store.get().lose(damaged.get());
                  }
                  super.check(repair, inspector, progress, cancellation);
                }
              };
            })) {
      torn.file("a", "1");
      torn.file("a", "2");
      Hash operation = torn.workspace().operations().iterator().next().parents().get(0);
      damaged.set(operation);
      store.get().damage(operation, "torn");
      assertEquals(1, torn.check(CheckOptions.LOOK).unrepaired());
      CheckReport report = torn.check(CheckOptions.REPAIR);
      assertEquals(1, report.found());
      assertTrue(report.isSound());
      Finding finding = report.findings().get(0);
      assertEquals(Optional.of(operation), finding.object());
      assertTrue(finding.repaired().orElseThrow().contains("cannot be undone"));
    }
  }

  @Test
  void whatCanOnlyBeReadIsLookedAtAndNotChanged() {
    try (KeptProject reading =
        new KeptProject(
            memory ->
                new StoreWrapper(memory) {
                  @Override
                  public boolean isReadOnly() {
                    return true;
                  }
                })) {
      assertTrue(reading.check(CheckOptions.LOOK).isSound());
      assertThrows(FxdException.class, () -> reading.check(CheckOptions.REPAIR));
      assertThrows(FxdException.class, () -> reading.collect(Duration.ZERO));
    }
  }

  @Test
  void whoAsksItToStopIsHeard() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThrows(
        CancelledException.class,
        () -> project.upkeep().check(CheckOptions.LOOK, Progress.NONE, cancellation));
    assertTrue(check().isSound());
  }
}
