package org.fxd.graph.core.upkeep;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.upkeep.CollectReport;
import org.fxd.graph.api.upkeep.Upkeep;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.OneStore;

/** A project in memory whose time a test sets, and short ways to fill it and keep it up. */
final class KeptProject implements AutoCloseable {
  static final Origin ME = new Origin("Ada <ada@example.org>", "test");
  static final String MAIN = State.BRANCHES + "main";

  private final AtomicReference<ProjectWorkspace> opened = new AtomicReference<>();
  private final OpenProjects projects;
  private final ProjectServices services;
  private final Store memory = new MemoryStores().create(Path.of("memory"));
  private final Store store;
  private Instant now = Instant.parse("2026-01-01T10:00:00Z");

  KeptProject() {
    this(store -> store);
  }

  /**
   * A project.
   *
   * @param wrapping what to put around its store
   */
  KeptProject(UnaryOperator<Store> wrapping) {
    store = wrapping.apply(memory);
    OneStore provider = new OneStore(store);
    projects =
        new OpenProjects(
            type -> provider,
            (workspace, its) -> {
              opened.set(workspace);
              return () -> {};
            },
            new Now());
    projects.links().add(new PlainCommits());
    projects.createInMemory();
    services = new ProjectServices(projects, opened.get());
  }

  private final class Now extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  OpenProjects projects() {
    return projects;
  }

  ProjectServices services() {
    return services;
  }

  Workspace workspace() {
    return opened.get();
  }

  Store store() {
    return store;
  }

  Upkeep upkeep() {
    return services.upkeep();
  }

  CollectReport collect(Duration keep) {
    return upkeep()
        .collect(CollectOptions.DEFAULT.keeping(keep), Progress.NONE, Cancellation.none());
  }

  CheckReport check(CheckOptions options) {
    return upkeep().check(options, Progress.NONE, Cancellation.none());
  }

  Change change(Consumer<Transaction> edit) {
    return workspace().change(ME, "change", edit);
  }

  /** Writes a file of one blob. */
  void file(String path, String text) {
    change(
        transaction -> {
          NodeBuilder at = transaction.root().child(Name.of(Workspace.CODE));
          String[] names = path.split("/");
          for (int i = 0; i < names.length - 1; i++) {
            at = at.childOrNew(Name.of(names[i]), Kind.FOLDER);
          }
          at.childOrNew(Name.of(names[names.length - 1]), Kind.FILE)
              .value(Value.of(Blob.of(text.getBytes(StandardCharsets.UTF_8))));
        });
  }

  Hash head() {
    return workspace().state().resolve(State.HEAD).orElse(Hash.ZERO);
  }

  /** Makes a commit of the newest state on the main branch. */
  Hash commit() {
    AtomicReference<Hash> id = new AtomicReference<>();
    change(
        transaction -> {
          Hash parent = transaction.base().resolve(State.HEAD).orElse(Hash.ZERO);
          byte[] encoded =
              parent.equals(Hash.ZERO)
                  ? PlainCommits.encode(1, transaction.base().root().hash(), List.of())
                  : PlainCommits.encode(
                      generation(parent) + 1, transaction.base().root().hash(), List.of(parent));
          id.set(transaction.attach(encoded));
          transaction.ref(MAIN, Ref.to(id.get()));
        });
    return id.get();
  }

  private long generation(Hash commit) {
    return new PlainCommits().generation(bytes(commit)).orElseThrow();
  }

  byte[] bytes(Hash object) {
    return ((Lookup.Present) store.get(List.of(object)).get(object)).bytes();
  }

  /** All objects that are in the store. */
  Map<Hash, ObjectType> objects() {
    Map<Hash, ObjectType> objects = new HashMap<>();
    memory.check(
        false,
        new Inspector() {
          @Override
          public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {
            objects.put(hash, type);
          }

          @Override
          public void ref(String name, Hash hash) {}

          @Override
          public void problem(Problem problem) {
            throw new AssertionError(problem.what());
          }
        },
        Progress.NONE,
        Cancellation.none());
    return objects;
  }

  /** All that a tree is made of, its blobs included, as the API sees it. */
  static Set<Hash> read(Node tree) {
    Set<Hash> hashes = new HashSet<>();
    hashes.add(tree.hash());
    blobs(tree.value(), hashes);
    tree.metadata().values().forEach(value -> blobs(value, hashes));
    tree.entries().forEach(entry -> hashes.addAll(read(entry.node())));
    return hashes;
  }

  private static void blobs(Value value, Set<Hash> hashes) {
    value
        .asBlob()
        .ifPresent(
            blob -> {
              hashes.add(Hash.ofContent(blob.bytes()));
            });
  }

  @Override
  public void close() {
    services.close();
    projects.close();
  }
}
