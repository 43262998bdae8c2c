package org.fxd.history.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.watch.NodeChange;
import org.fxd.graph.api.watch.WatchTarget;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Target;
import org.fxd.history.api.ref.Work;
import org.fxd.source.api.FileMeta;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.FaultyStore;
import org.fxd.testkit.OneStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a switch between neighbours reads, and what watchers hear of it, among very many files. */
class CheckoutCostTest {
  private static final int FILES = 20_000;
  private static final int FOLDERS = 100;

  /** What a switch may read: some chunks on each level, both ways, for each of three files. */
  private static final int FEW = 200;

  private static final Name CODE = Name.of("code");

  private final FaultyStore store = new FaultyStore(new MemoryStores().create(Path.of("memory")));
  private final OpenProjects projects = OpenProjects.over(new OneStore(store));
  private final ProjectWorkspace workspace = (ProjectWorkspace) projects.createInMemory();
  private final ProjectServices services = new ProjectServices(projects, workspace);
  private final GraphNodes nodes = new GraphNodes();
  private final Commits commits = new Commits(store);
  private final RefHistory moves = new RefHistory(workspace, commits);
  private final ProjectRefs refs =
      new ProjectRefs(
          workspace,
          commits,
          nodes,
          moves,
          new Revisions(commits, moves, services.log(), new Moments(Clock.systemUTC())));

  @AfterEach
  void closeAll() {
    services.close();
    projects.close();
  }

  private Node file(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return nodes
        .builder(Kind.FILE)
        .value(Value.of(Blob.of(bytes)))
        .metadata(FileMeta.CONTENT, Value.of(Hash.ofContent(bytes).bytes()))
        .metadata(FileMeta.SIZE, Value.of(bytes.length))
        .build();
  }

  private static NodeId id(String what) {
    return NodeId.derived(Hash.ofContent(what.getBytes(UTF_8)));
  }

  private static Entry entry(String name, Node node) {
    return new Entry(id(name), Name.of(name), Place.NONE, node);
  }

  /** Writes files and commits them. */
  private Commit commit(Map<Integer, String> texts) {
    workspace.change(
        HistoryFixture.TEST,
        "write",
        transaction -> {
          NodeBuilder code = transaction.root().child(CODE);
          texts.forEach(
              (number, text) ->
                  code.childOrNew(Name.of("folder" + number % FOLDERS), Kind.FOLDER)
                      .put(entry("file" + number, file(text))));
        });
    State state = workspace.state();
    List<Hash> parents = state.resolve(State.HEAD).stream().toList();
    OffsetDateTime time = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    Commit commit =
        new Commit(
            Hash.ZERO,
            state.root().hash(),
            parents,
            HistoryFixture.ADA,
            time,
            HistoryFixture.ADA,
            time,
            "commit");
    byte[] encoded = CommitCodec.encode(new StoredCommit(commit, parents.size() + 1));
    workspace.change(
        HistoryFixture.TEST,
        "commit",
        transaction ->
            transaction.ref(State.BRANCHES + "main", Ref.to(transaction.attach(encoded))));
    return commits.get(Hash.ofContent(encoded)).commit();
  }

  private Change to(Commit commit) {
    return refs.checkouts().to(new Target.Detached(commit), Work.FOLLOWS, HistoryFixture.TEST);
  }

  @Test
  void costsWhatDiffersAndTellsWhatDiffers() throws InterruptedException {
    Map<Integer, String> all = new TreeMap<>();
    for (int i = 0; i < FILES; i++) {
      all.put(i, "text of " + i);
    }
    Commit first = commit(all);
    commit(Map.of(7, "other", 4711, "other", 19_999, "other"));
    workspace.change(
        HistoryFixture.TEST,
        "work",
        transaction -> transaction.root().child(CODE).put(entry("work", file("work"))));
    workspace.awaitObservers(Duration.ofSeconds(60));

    List<Change> observed = Collections.synchronizedList(new ArrayList<>());
    List<NodeChange> told = Collections.synchronizedList(new ArrayList<>());
    projects
        .observers()
        .listeners()
        .add((of, change) -> observed.add(change), 0, 0, Optional.empty());
    try (var watch =
        services.watchers().watch("all", new WatchTarget.OfAll(), e -> told.addAll(e.nodes()))) {
      int before = store.reads();
      assertEquals(1, to(first).count());
      int reads = store.reads() - before;
      assertTrue(reads <= FEW, reads + " reads");
      assertTrue(workspace.awaitObservers(Duration.ofSeconds(60)));
    }
    assertEquals(1, observed.size());
    Set<String> files = new TreeSet<>();
    nodes.compare(
        observed.get(0).before().root(),
        observed.get(0).after().root(),
        change -> files.add(change.to().orElseThrow().name().toString()));
    assertEquals(Set.of("file19999", "file4711", "file7"), files);
    Set<NodeId> ids = new TreeSet<>();
    told.forEach(change -> ids.add(change.id()));
    assertTrue(
        ids.containsAll(List.of(id("file7"), id("file4711"), id("file19999"))), told::toString);
    assertTrue(ids.size() <= 3 + 3 + 2, () -> "more than the files and what they are in: " + told);
  }

  @Test
  void oneThatDiffersInNothingTellsNobody() throws InterruptedException {
    Commit first = commit(Map.of(1, "text"));
    to(first);
    workspace.awaitObservers(Duration.ofSeconds(60));
    List<Change> observed = Collections.synchronizedList(new ArrayList<>());
    projects
        .observers()
        .listeners()
        .add((of, change) -> observed.add(change), 0, 0, Optional.empty());
    assertEquals(0, to(first).count());
    workspace.awaitObservers(Duration.ofSeconds(60));
    assertEquals(List.of(), observed);
  }
}
