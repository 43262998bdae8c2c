package org.fxd.git.jgit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.fxd.git.api.history.ExportOptions;
import org.fxd.git.api.history.ExportReport;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.history.api.Selection;
import org.fxd.history.core.CommitLinks;
import org.fxd.history.core.Histories;
import org.fxd.merge.api.Conflicts;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.store.api.Store;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.OneStore;

/** A project in memory with its history and an exporter, and short ways to change files in it. */
final class ExportFixture implements AutoCloseable {
  static final Person ADA = new Person("Ada Lovelace", "ada@example.org");
  static final Origin TEST = new Origin(ADA.toString(), "test");
  static final OffsetDateTime NOON = OffsetDateTime.parse("2026-01-02T12:00:00+01:00");

  private final GraphNodes nodes = new GraphNodes();
  private final SnippetSources sources = new SnippetSources(nodes, new FixedScanners(List.of()));
  private final Store store = new MemoryStores().create(Path.of("memory"));
  private final OpenProjects projects;
  private final ProjectServices services;
  private final Workspace workspace;
  private final History history;
  private final JGitHistoryExporter exporter;
  private int seconds;

  /**
   * A fixture.
   *
   * @param home an empty folder
   */
  ExportFixture(Path home) {
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
    workspace = projects.createInMemory();
    services = new ProjectServices(projects, opening.get());
    history =
        Histories.of(
            workspace,
            store,
            services.finder(),
            services.log(),
            nodes,
            Clock.fixed(NOON.toInstant(), ZoneOffset.UTC));
    exporter = new JGitHistoryExporter(sources, new GitFixture(home).environment());
    Map<String, Object> its = Map.of(Workspace.PROJECT, workspace.project());
    exporter.addHistory(history, its);
    exporter.addStore(store, its);
  }

  void with(Conflicts conflicts) {
    exporter.addConflicts(conflicts, Map.of(Workspace.PROJECT, workspace.project()));
  }

  Workspace workspace() {
    return workspace;
  }

  History history() {
    return history;
  }

  GraphNodes nodes() {
    return nodes;
  }

  SnippetSources sources() {
    return sources;
  }

  Store store() {
    return store;
  }

  ExportReport export(Path to) {
    return export(to, ExportOptions.ALL);
  }

  ExportReport export(Path to, ExportOptions options) {
    return exporter.export(workspace, to, options, TEST, Progress.NONE, Cancellation.none());
  }

  JGitHistoryExporter exporter() {
    return exporter;
  }

  void change(Consumer<NodeBuilder> edit) {
    workspace.change(
        TEST,
        "edit",
        transaction ->
            edit.accept(transaction.root().childOrNew(Name.of(Workspace.CODE), Kind.FOLDER)));
  }

  /** Writes a raw file. */
  void write(String path, String text) {
    put(path, file(text));
  }

  Node file(String text) {
    return sources.raw(Blob.of(text.getBytes(UTF_8)), false);
  }

  void put(String path, Node node) {
    change(
        code -> {
          NodeBuilder at = code;
          String[] names = path.split("/");
          for (int i = 0; i < names.length - 1; i++) {
            at = at.childOrNew(Name.of(names[i]), Kind.FOLDER);
          }
          Name last = Name.of(names[names.length - 1]);
          NodeId id = at.entry(last).map(Entry::id).orElseGet(NodeId::random);
          at.put(new Entry(id, last, Place.NONE, node));
        });
  }

  void remove(String path) {
    change(
        code -> {
          NodeBuilder at = code;
          String[] names = path.split("/");
          for (int i = 0; i < names.length - 1; i++) {
            at = at.child(Name.of(names[i]));
          }
          at.remove(Name.of(names[names.length - 1]));
        });
  }

  /** Commits at a time that only the number of commits so far decides. */
  Commit commit(String message) {
    return history.commit(
        CommitDraft.of(message, ADA).withAuthor(ADA, NOON.plusSeconds(seconds++)).allowingEmpty(),
        Selection.all(),
        TEST);
  }

  /** Runs Git, if there is one; what it says. */
  static Optional<String> git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      builder.environment().put("HOME", folder.toString());
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError(command + ": " + said);
      }
      return Optional.of(said);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    services.close();
    projects.close();
  }
}
