package org.fxd.git.jgit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.fxd.git.api.history.GitId;
import org.fxd.git.api.history.GitSource;
import org.fxd.git.api.history.HistoryOptions;
import org.fxd.git.api.history.HistoryReport;
import org.fxd.git.jgit.map.StoredGitMap;
import org.fxd.git.jgit.object.GitCommitCodec;
import org.fxd.git.jgit.object.GitHasher;
import org.fxd.git.jgit.object.GitTreeCodec;
import org.fxd.git.jgit.work.DeepStack;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.Upkeep;
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
import org.fxd.history.core.HistoryServices;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.memory.MemoryStores;

/** A project with its history and an importer. */
final class ImportFixture implements AutoCloseable {
  static final Person ADA = new Person("Ada Lovelace", "ada@example.org");
  static final Origin TEST = new Origin(ADA.toString(), "test");

  private final GraphNodes nodes = new GraphNodes();
  private final SnippetSources sources = new SnippetSources(nodes, new FixedScanners(List.of()));
  private final Store store;
  private final OpenProjects projects;
  private final ProjectServices services;
  private final Workspace workspace;
  private final HistoryServices history;
  private final StoredGitMap map;
  private final JGitHistoryImporter importer;
  private final Map<Hash, GitId> trees = new HashMap<>();

  /** A project in memory. */
  ImportFixture(GitFixture git) {
    this(git, new MemoryStores(), Optional.empty());
  }

  /** The project in a file, which is made if it is not there. */
  ImportFixture(GitFixture git, StoreProvider stores, Path file) {
    this(git, stores, Optional.of(file));
  }

  private ImportFixture(GitFixture git, StoreProvider stores, Optional<Path> file) {
    AtomicReference<ProjectWorkspace> opening = new AtomicReference<>();
    projects =
        new OpenProjects(
            type -> stores,
            (opened, its) -> {
              opening.set(opened);
              return () -> {};
            },
            Clock.systemUTC());
    projects.links().add(new CommitLinks());
    workspace =
        file.isEmpty()
            ? projects.createInMemory()
            : Files.exists(file.get()) ? projects.open(file.get()) : projects.create(file.get());
    store = opening.get().store();
    services = new ProjectServices(projects, opening.get());
    history =
        Histories.services(
            workspace,
            store,
            services.finder(),
            services.log(),
            nodes,
            Clock.systemUTC(),
            List.of());
    map = new StoredGitMap(store);
    importer = new JGitHistoryImporter(nodes, sources, git.environment());
    Map<String, Object> its = Map.of(Workspace.PROJECT, workspace.project());
    importer.addHistory(history.history(), its);
    importer.addCheckouts(history.checkouts(), its);
    importer.addIntakes(history.intakes(), its);
    importer.addStore(store, its);
  }

  Workspace workspace() {
    return workspace;
  }

  Store store() {
    return store;
  }

  History history() {
    return history.history();
  }

  HistoryServices services() {
    return history;
  }

  ProjectServices project() {
    return services;
  }

  Upkeep upkeep() {
    return services.upkeep();
  }

  StoredGitMap map() {
    return map;
  }

  GraphNodes nodes() {
    return nodes;
  }

  SnippetSources sources() {
    return sources;
  }

  HistoryReport take(Path repository) {
    return take(repository, HistoryOptions.ALL);
  }

  HistoryReport take(Path repository, HistoryOptions options) {
    return take(repository, options, Progress.NONE, Cancellation.none());
  }

  HistoryReport take(
      Path repository, HistoryOptions options, Progress progress, Cancellation cancellation) {
    return importer.importHistory(
        workspace,
        new GitSource(repository.toString(), repository.toAbsolutePath().getParent()),
        options,
        TEST,
        progress,
        cancellation);
  }

  /** What a commit of Git became. */
  Commit commit(String git) {
    return history().commit(map.commitOf(GitId.parse(git)).orElseThrow());
  }

  /** What a commit has at a path. */
  Optional<Entry> entry(Commit commit, String path) {
    Node at = history().root(commit).child(Name.of(Workspace.CODE));
    Optional<Entry> found = Optional.empty();
    for (String name : path.split("/")) {
      found = at.entry(Name.of(name));
      if (found.isEmpty()) {
        return found;
      }
      at = found.get().node();
    }
    return found;
  }

  /** The Git id that a commit has when it is written again, from what the project has of it. */
  GitId rebuilt(Commit commit) {
    GitId tree =
        DeepStack.call(
            "rebuilt", () -> tree(history().root(commit).child(Name.of(Workspace.CODE))));
    List<GitId> parents = new ArrayList<>();
    for (Hash parent : commit.parents()) {
      parents.add(map.gitOf(parent).orElseThrow());
    }
    return GitHasher.id(GitHasher.COMMIT, GitCommitCodec.encode(commit, tree, parents));
  }

  private GitId tree(Node folder) {
    GitId known = trees.get(folder.hash());
    if (known == null) {
      known =
          GitHasher.id(
              GitHasher.TREE, GitTreeCodec.encode(folder, node -> Optional.of(object(node))));
      trees.put(folder.hash(), known);
    }
    return known;
  }

  private GitId object(Node node) {
    if (node.kind().equals(Kind.FOLDER)) {
      return tree(node);
    }
    if (node.value() instanceof Value.Bytes bytes) {
      return node.kind().equals(Kind.GITLINK)
          ? GitId.of(bytes.bytes())
          : GitHasher.id(GitHasher.BLOB, bytes.bytes());
    }
    return GitHasher.id(GitHasher.BLOB, sources.render(node));
  }

  /** Waits until all that watches has been told. */
  void settle() throws InterruptedException {
    workspace.awaitObservers(Duration.ofSeconds(30));
  }

  @Override
  public void close() {
    services.close();
    projects.close();
  }
}
