package org.fxd.merge.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.history.core.CommitLinks;
import org.fxd.history.core.Histories;
import org.fxd.merge.api.Conflict;
import org.fxd.merge.api.Conflicts;
import org.fxd.merge.api.MergePlan;
import org.fxd.merge.api.MergeResult;
import org.fxd.merge.api.Merges;
import org.fxd.merge.api.TextMerge;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.scan.SnippetScanner;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.DamagedStore;
import org.fxd.testkit.FaultyStore;
import org.fxd.testkit.OneStore;

/** A project in memory with its history and merges, and short ways to change files in it. */
final class MergeFixture implements AutoCloseable {
  static final Person ADA = new Person("Ada Lovelace", "ada@example.org");
  static final Origin TEST = new Origin(ADA.toString(), "test");
  private static final SnippetScanner SCANNER = new DefScanner();
  private static final Name CODE = Name.of(Workspace.CODE);

  private final FaultyStore store;
  private final GraphNodes nodes = new GraphNodes();
  private final OpenProjects projects;
  private final ProjectServices services;
  private final Workspace workspace;
  private final History history;
  private final ProjectMergeServices merging;
  private final List<TextMerge> rungs = new ArrayList<>();
  private final List<Map<String, String>> events = new ArrayList<>();

  MergeFixture() {
    this(
        new FaultyStore(new DamagedStore(new MemoryStores().create(Path.of("memory")))),
        OpenProjects::createInMemory);
  }

  private MergeFixture(FaultyStore store, Function<OpenProjects, Workspace> opener) {
    this.store = store;
    OneStore provider = new OneStore(store);
    AtomicReference<ProjectWorkspace> opening = new AtomicReference<>();
    projects =
        new OpenProjects(
            type -> provider,
            (opened, its) -> {
              opening.set(opened);
              return () -> {};
            },
            Clock.systemUTC());
    projects.links().add(new CommitLinks());
    workspace = opener.apply(projects);
    services = new ProjectServices(projects, opening.get());
    history =
        Histories.of(
            workspace,
            store,
            services.finder(),
            services.log(),
            nodes,
            Clock.systemUTC(),
            List.of(new DeadConflicts(nodes)));
    merging =
        new ProjectMergeServices(
            workspace, history, nodes, sources(nodes), () -> rungs, events::add);
  }

  /** Sources that know functions of Python. */
  static SnippetSources sources(GraphNodes nodes) {
    return new SnippetSources(nodes, new FixedScanners(List.of(SCANNER)));
  }

  Workspace workspace() {
    return workspace;
  }

  History history() {
    return history;
  }

  Merges merges() {
    return merging.merges();
  }

  Conflicts conflicts() {
    return merging.conflicts();
  }

  /** Collects all that nothing leads to. */
  void collect() {
    CollectOptions all = CollectOptions.DEFAULT.keeping(Duration.ZERO);
    services.upkeep().collect(all, Progress.NONE, Cancellation.none());
  }

  /** What is wrong with the store; nothing should be. */
  List<Finding> findings() {
    return services
        .upkeep()
        .check(CheckOptions.LOOK, Progress.NONE, Cancellation.none())
        .findings();
  }

  /**
   * The same project once more, of which nothing is read yet; only that one may be changed now.
   *
   * @param file any that is there; nothing is read from it
   */
  MergeFixture again(Path file) {
    return new MergeFixture(store, opened -> opened.open(file));
  }

  /** How many objects the store was asked for so far. */
  int reads() {
    return store.reads();
  }

  List<TextMerge> rungs() {
    return rungs;
  }

  List<Map<String, String>> events() {
    return events;
  }

  static NodeId id(String name) {
    return NodeId.derived(Hash.ofContent(("file " + name).getBytes(UTF_8)));
  }

  void change(Consumer<NodeBuilder> edit) {
    workspace.change(
        TEST, "edit", transaction -> edit.accept(transaction.root().childOrNew(CODE, Kind.FOLDER)));
  }

  /** Writes a raw file; a new one gets an id that follows from its name. */
  void write(String name, String text) {
    change(code -> code.put(file(code, name, id(name), text)));
  }

  /** Writes a new raw file with an id that nobody else gives. */
  void writeAnother(String name, String text) {
    change(code -> code.put(file(code, name, NodeId.random(), text)));
  }

  private Entry file(NodeBuilder folder, String name, NodeId fresh, String text) {
    NodeId id = folder.entry(Name.of(name)).map(Entry::id).orElse(fresh);
    return new Entry(id, Name.of(name), Place.NONE, raw(text.getBytes(UTF_8)));
  }

  Node raw(byte[] bytes) {
    Blob blob = Blob.of(bytes);
    return nodes
        .builder(Kind.FILE)
        .value(Value.of(blob))
        .metadata(FileMeta.CONTENT, Value.of(blob.hash().bytes()))
        .metadata(FileMeta.SIZE, Value.of(blob.size()))
        .build();
  }

  void delete(String name) {
    change(code -> code.remove(Name.of(name)));
  }

  void rename(String from, String to) {
    change(code -> code.put(code.entry(Name.of(from)).orElseThrow().withName(Name.of(to))));
  }

  Commit commit(String message) {
    return history.commit(message, ADA, TEST);
  }

  /** Commits on a new branch what an edit does to a commit, and comes back to main. */
  Commit branch(String name, Commit at, Runnable edit) {
    history.createBranch(name, at, TEST);
    history.checkout(name, TEST);
    edit.run();
    Commit made = commit(name);
    history.checkout("main", TEST);
    return made;
  }

  MergeResult merge(Commit theirs) {
    return merges().merge(theirs, MergePlan.USUAL, ADA, TEST);
  }

  /** The files and their text. */
  Map<String, String> files() {
    return files(workspace.root());
  }

  Map<String, String> files(Node root) {
    Map<String, String> files = new TreeMap<>();
    collect("", root.child(CODE), files);
    return files;
  }

  private void collect(String prefix, Node folder, Map<String, String> files) {
    for (Entry entry : folder.entries()) {
      String path = prefix + entry.name();
      if (entry.node().kind().equals(Kind.FOLDER)) {
        collect(path + "/", entry.node(), files);
      } else {
        files.put(path, new String(sources(nodes).render(entry.node()), UTF_8));
      }
    }
  }

  /** The conflicts in short: the last name and what it is about. */
  List<String> listed() {
    return conflicts().all().stream().map(MergeFixture::brief).toList();
  }

  static String brief(Conflict conflict) {
    List<Name> path = conflict.path();
    return path.get(path.size() - 1) + " " + conflict.sort() + conflict.key();
  }

  @Override
  public void close() {
    services.close();
    projects.close();
  }
}
