package org.fxd.graph.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.Batch;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.FaultyStore;
import org.fxd.testkit.OneStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderTest {
  private static final Origin ORIGIN = new Origin("someone", "test");
  private static final Name CODE = Name.of("code");
  private static final int FILES = 60;

  @TempDir Path folder;
  private final FaultyStore store = new FaultyStore(new MemoryStores().create(Path.of("memory")));
  private final LineProjector projector = new LineProjector("1");
  private ProjectWorkspace workspace;
  private TreeSelectors selectors;

  private OpenProjects projects(LineProjector... projectors) {
    // Kept open, so that a project can be opened again.
    OneStore kept = new OneStore(store);
    OpenProjects projects =
        new OpenProjects(type -> kept, (opened, its) -> () -> {}, Clock.systemUTC());
    for (LineProjector one : projectors) {
      projects.projectors().add(one);
    }
    selectors = new TreeSelectors(projects.projectors());
    return projects;
  }

  @BeforeEach
  void projectWithFiles() {
    workspace = (ProjectWorkspace) projects(projector).createInMemory();
    workspace.change(
        ORIGIN,
        "import",
        transaction -> {
          NodeBuilder code = transaction.root().child(CODE);
          for (int i = 0; i < FILES; i++) {
            Node file = CodeTrees.raw("Type" + i + " class\n greet method hello\n");
            code.append(NodeId.random(), Name.of("F" + i + ".java"), file);
          }
        });
  }

  /** As after a start: nothing is in memory. */
  private void reopen(LineProjector... projectors) throws Exception {
    Path file = folder.resolve("project");
    Files.write(file, new byte[0]);
    workspace = (ProjectWorkspace) projects(projectors).open(file);
    Files.delete(file);
  }

  private List<Match> find(String selector) {
    return workspace.finder().select(workspace.root(), selectors.compile(selector));
  }

  @Test
  void aNumberIsFoundHoweverItIsWritten() {
    workspace.change(
        ORIGIN,
        "add",
        transaction ->
            transaction
                .root()
                .childOrNew(Name.of("config"), Kind.FOLDER)
                .childOrNew(Name.of("port"), Kind.DATA)
                .metadata("can", Value.of(5))
                .value(Value.of(80)));
    assertEquals("[config.port]", find(":can(05)").toString());
    assertEquals("[config.port]", find("[value=80.0]").toString());
  }

  @Test
  void theFirstQuestionLooksIntoFilesAndTheNextOneNeedNot() throws Exception {
    assertEquals(FILES, workspace.finder().pending());
    AtomicInteger told = new AtomicInteger();
    Progress progress =
        new Progress() {
          @Override
          public void phase(String name, long total) {
            assertEquals("finding snippets", name);
            assertEquals(FILES, total);
          }

          @Override
          public void advance(long units) {
            told.addAndGet((int) units);
          }
        };
    List<Match> found = new ArrayList<>();
    workspace
        .finder()
        .select(
            workspace.root(),
            selectors.compile(".class[name=Type7]"),
            progress,
            Cancellation.none(),
            found::add);
    assertEquals("[code.\"F7.java\".Type7]", found.toString());
    assertEquals(FILES, told.get());
    assertEquals(FILES, projector.outlines.get());
    assertEquals(1, projector.hinted.get(), "only the file that has it is opened");
    assertEquals(0, workspace.finder().pending());

    reopen(projector);
    assertEquals(0, workspace.finder().pending());
    int reads = store.reads();
    assertEquals(1, find(".class[name=Type8]").size());
    assertEquals(FILES, projector.outlines.get(), "nothing is looked into again");
    assertEquals(2, projector.hinted.get());
    assertTrue(store.reads() - reads < 12, (store.reads() - reads) + " objects were read");
  }

  @Test
  void aFileIsFoundByItsPathAndASnippetById() {
    List<Match> found = find(".snippet[lang=java][file=\"F9.java\"]");
    assertEquals(2, found.size());
    assertEquals(1, projector.projections.get());
    Match inner = found.get(1);
    assertEquals(inner, workspace.finder().find(workspace.root(), inner.id()).orElseThrow());
    assertEquals(2, projector.projections.get());
  }

  @Test
  void aWrittenChangeIsIndexedAndOneThatFailsIsNot() {
    find("*");
    find("[name=greet]");
    int before = find("[name=other]").size();
    store.failAtWrite(12);
    assertThrows(StoreException.class, () -> rename("F1.java", "other"));
    assertEquals(before, find("[name=other]").size());
    assertEquals(1, find("[name=\"F1.java\"]").size());
    rename("F1.java", "other");
    assertEquals(1, find("[name=other]").size());
    assertEquals(0, find("[name=\"F1.java\"]").size());
  }

  private void rename(String from, String to) {
    workspace.change(
        ORIGIN,
        "rename",
        transaction -> {
          NodeBuilder code = transaction.root().child(CODE);
          code.put(code.entry(Name.of(from)).orElseThrow().withName(Name.of(to)));
        });
  }

  @Test
  void anEditWritesFewEntriesWhateverThereIs() {
    find("[name=greet]");
    int writes = store.writes();
    rename("F1.java", "F1.txt");
    assertTrue(store.writes() - writes < 40, (store.writes() - writes) + " writes");
    assertEquals(1, workspace.finder().pending(), "what is in it may depend on its name");
    assertEquals(2, find(".snippet[lang=txt]").size());
  }

  @Test
  void aMovedFolderIsNotIndexedAnew() {
    workspace.change(
        ORIGIN,
        "folder",
        transaction -> {
          NodeBuilder inner = new TreeBuilder(Kind.FOLDER);
          for (int i = 0; i < 200; i++) {
            inner.append(NodeId.random(), Name.of("f" + i), CodeTrees.raw("x class"));
          }
          NodeBuilder code = transaction.root().child(CODE);
          code.append(NodeId.random(), Name.of("big"), inner.build());
          code.append(NodeId.random(), Name.of("to"), new TreeBuilder(Kind.FOLDER).build());
        });
    assertEquals(200, find(".class[name=x]").size());
    int writes = store.writes();
    workspace.change(
        ORIGIN,
        "move",
        transaction -> {
          NodeBuilder code = transaction.root().child(CODE);
          var big = code.entry(Name.of("big")).orElseThrow();
          code.remove(big.id());
          code.child(Name.of("to")).put(big);
        });
    assertTrue(store.writes() - writes < 30, (store.writes() - writes) + " writes");
    assertEquals(0, workspace.finder().pending());
    assertEquals("code.to.big.f199.x", find("[file=\"to/big/f199\"] > .class").get(0).toString());
  }

  @Test
  void whileAnotherWritesAnswersAreTheSameAndNothingWaits() {
    try (Transaction writing = workspace.begin(ORIGIN)) {
      writing.blob(new ByteArrayInputStream(new byte[1 << 20]));
      assertEquals(1, find(".class[name=Type3]").size());
      assertEquals(FILES, workspace.finder().pending(), "it could not be kept");
      assertEquals(1, find(".class[name=Type4]").size());
      assertEquals(FILES, projector.outlines.get(), "but it is remembered");
    }
  }

  @Test
  void otherProjectorsLookIntoAllFilesAgain() throws Exception {
    assertEquals(FILES, find("[name=greet]").size());
    LineProjector next = new LineProjector("2");
    reopen(next);
    assertEquals(FILES, workspace.finder().pending());
    assertEquals(FILES, find("[name=greet]").size());
    assertEquals(FILES, next.outlines.get());
    assertEquals(0, workspace.finder().pending());
  }

  @Test
  void withoutProjectorsNothingThatIsKnownIsLost() throws Exception {
    find("[name=greet]");
    reopen();
    assertEquals(0, find("[name=greet]").size());
    assertEquals(1, find("[name=\"F1.java\"]").size());
    reopen(projector);
    assertEquals(FILES, find("[name=greet]").size());
    assertEquals(FILES, projector.outlines.get());
  }

  @Test
  void anIndexThatIsNotThereIsMadeByTheFirstQuestion() {
    try (Batch batch = store.begin()) {
      store.index(
          index ->
              index.scan(
                  new byte[] {0},
                  new byte[0],
                  (key, value) -> {
                    batch.index(key, null);
                    return true;
                  }));
      batch.commit();
    }
    rename("F1.java", "other.java");
    assertEquals(FILES, workspace.finder().pending());
    assertEquals(1, find(".class[name=Type1][file=\"other.java\"]").size());
    assertEquals(0, workspace.finder().pending());
    assertEquals(1, find("[name=\"F2.java\"]").size());
  }

  @Test
  void indexingTellsHowMuchItFoundAndStopsWhenAsked() {
    Cancellation cancelled = Cancellation.none();
    cancelled.cancel();
    assertThrows(
        CancelledException.class, () -> workspace.finder().index(Progress.NONE, cancelled));
    assertEquals(2 * FILES, workspace.finder().index(Progress.NONE, Cancellation.none()));
    assertEquals(0, workspace.finder().index(Progress.NONE, Cancellation.none()));
  }

  @Test
  void whatWasFoundBeforeItWasStoppedIsKept() {
    Cancellation cancellation = Cancellation.none();
    Progress stopping =
        new Progress() {
          private final AtomicInteger done = new AtomicInteger();

          @Override
          public void phase(String name, long total) {}

          @Override
          public void advance(long units) {
            if (done.incrementAndGet() == 2) {
              cancellation.cancel();
            }
          }
        };
    assertThrows(CancelledException.class, () -> workspace.finder().index(stopping, cancellation));
    long left = workspace.finder().pending();
    assertTrue(left <= FILES - 2, left + " are left");
    assertEquals(2 * left, workspace.finder().index(Progress.NONE, Cancellation.none()));
    assertEquals(FILES, find("[name=greet]").size());
    assertEquals(FILES, projector.outlines.get());
  }

  @Test
  void veryManyMatchesOfDataAreFound() {
    workspace.change(
        ORIGIN,
        "data",
        transaction -> {
          NodeBuilder config = transaction.root().child(Name.of("config"));
          NodeBuilder data = new TreeBuilder(Kind.DATA);
          for (int i = 0; i < 300; i++) {
            Node child = new TreeBuilder(Kind.DATA).value(Value.of(i % 3)).build();
            data.append(NodeId.random(), Name.of("n" + i), child);
          }
          config.append(NodeId.random(), Name.of("data"), data.build());
        });
    assertEquals(100, find(".data[value=\"2.0\"]").size());
    assertEquals(1, find("[n4=1]").size());
    assertEquals(1, find("[n299]").size());
  }
}
