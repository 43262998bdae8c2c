package org.fxd.graph.core.workspace;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.CurrentProgress;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Exports;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.former.Formats;
import org.fxd.graph.core.former.FormerFiles;
import org.fxd.graph.core.former.ProjectExports;
import org.fxd.graph.core.links.ChunkLinks;
import org.fxd.graph.core.links.KnownLinks;
import org.fxd.graph.core.links.NodeLinks;
import org.fxd.graph.core.past.PastStore;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.store.api.HeldException;
import org.fxd.store.api.OtherFormatException;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The projects that are open. Needs no container: tests make one over {@link #over a store
 * provider}.
 *
 * <p>Opening and closing hold one lock, so that one file is never open twice; looking for a project
 * takes none.
 */
public final class OpenProjects implements Projects, AutoCloseable {
  /** Is told of projects as they open, such as to register their services. */
  @FunctionalInterface
  public interface Registrar {
    /**
     * A project is open.
     *
     * @return run before it closes
     */
    Runnable opened(ProjectWorkspace workspace, Store store);
  }

  private static final Logger LOG = LoggerFactory.getLogger(OpenProjects.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** An open project, and whether it was opened only to be read. */
  private record Opened(ProjectWorkspace workspace, boolean toRead, Runnable unregister) {
    boolean isPastOf(ProjectWorkspace other) {
      return workspace.store() instanceof PastStore past && past.live() == other.store();
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger inMemory = new AtomicInteger();
  private final Function<String, StoreProvider> stores;
  private final Registrar registrar;
  private final Clock clock;
  private final Hooks hooks = new Hooks();
  private final Observers observers = new Observers();
  private final Projectors projectors = new Projectors();
  private final KnownLinks links =
      new KnownLinks(List.of(new NodeLinks(), new ChunkLinks(), new OperationLinks()));
  private final Formats formats = new Formats();
  private final ProjectCopies copies;
  private volatile Map<String, Opened> open = Map.of();

  /**
   * No project yet.
   *
   * @param stores the provider of stores of a type, or an {@link FxdException}
   */
  public OpenProjects(Function<String, StoreProvider> stores, Registrar registrar, Clock clock) {
    this.stores = stores;
    this.copies = new ProjectCopies(stores);
    this.registrar = registrar;
    this.clock = clock;
  }

  /** Projects outside a container, all of them in stores of one provider. */
  public static OpenProjects over(StoreProvider stores) {
    return new OpenProjects(type -> stores, (workspace, store) -> () -> {}, Clock.systemUTC());
  }

  /** Who may refuse changes. */
  public Hooks hooks() {
    return hooks;
  }

  /** Who is told of changes. */
  public Observers observers() {
    return observers;
  }

  /** Who looks into files. */
  public Projectors projectors() {
    return projectors;
  }

  /** Who tells where objects lead. */
  public KnownLinks links() {
    return links;
  }

  /** The clock that changes are made by. */
  public Clock clock() {
    return clock;
  }

  /** What files of other formats are read and written with. */
  public Formats formats() {
    return formats;
  }

  /** Writes projects in other formats. */
  public Exports exports() {
    return new ProjectExports(formats, projectors, () -> stores.apply(StoreProvider.FILE));
  }

  @Override
  public Workspace create(Path file) {
    lock.lock();
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new FxdException(
            FxdException.Category.FAILED,
            "Cannot create a project in " + file + ": there is something already.",
            "Open it, or choose another name.",
            null);
      }
      Store store = stores.apply(StoreProvider.FILE).create(file.toAbsolutePath());
      try {
        Path real = ProjectFiles.real(file);
        return create(real.toString(), Optional.of(real), store);
      } catch (RuntimeException e) {
        ProjectFiles.forget(file);
        throw e;
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Workspace createInMemory() {
    lock.lock();
    try {
      int number = inMemory.incrementAndGet();
      Store store = stores.apply(StoreProvider.MEMORY).create(Path.of("memory-" + number));
      return create("memory:" + number, Optional.empty(), store);
    } finally {
      lock.unlock();
    }
  }

  private Workspace create(String project, Optional<Path> file, Store store) {
    Origin origin = new Origin(System.getProperty("user.name", "unknown"), "projects:create");
    return closingOnFailure(
        store,
        () ->
            register(
                ProjectWorkspace.create(
                    project, file, store, origin, clock, hooks, observers, projectors),
                false));
  }

  @Override
  public Workspace open(Path file) {
    return open(file, false);
  }

  @Override
  public Workspace openToRead(Path file) {
    return open(file, true);
  }

  private Workspace open(Path file, boolean toRead) {
    lock.lock();
    try {
      Path real = ProjectFiles.existing(file);
      Optional<ProjectWorkspace> known = opened(real, toRead);
      if (known.isPresent()) {
        return known.get();
      }
      StoreProvider provider = stores.apply(StoreProvider.FILE);
      Store store;
      try {
        store = toRead ? provider.openToRead(real) : provider.open(real, CurrentProgress.get());
      } catch (OtherFormatException e) {
        return openFormer(real, e, toRead);
      }
      return closingOnFailure(
          store,
          () ->
              register(
                  ProjectWorkspace.open(
                      real.toString(),
                      Optional.of(real),
                      store,
                      clock,
                      hooks,
                      observers,
                      projectors),
                  toRead));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Workspace openAt(Workspace workspace, Operation operation) {
    return openPast(workspace, project -> Past.after(project.log().read(operation.id())));
  }

  @Override
  public Workspace openAt(Workspace workspace, String label, Node root, Hash head) {
    return openPast(workspace, project -> Past.with(label, root, head, project.newest()));
  }

  private Workspace openPast(Workspace workspace, Function<ProjectWorkspace, Past> when) {
    lock.lock();
    try {
      ProjectWorkspace project = opened(workspace);
      Past past = when.apply(project);
      String wanted = project.project() + "@" + past.label();
      String name = wanted;
      for (int number = 2; open.containsKey(name); number++) {
        name = wanted + " (" + number + ")";
      }
      String free = name;
      Store store = past.of(project.store());
      return closingOnFailure(
          store,
          () ->
              register(
                  ProjectWorkspace.open(
                      free, Optional.empty(), store, clock, hooks, observers, projectors),
                  true));
    } finally {
      lock.unlock();
    }
  }

  private Workspace openFormer(Path real, OtherFormatException refused, boolean toRead) {
    Progress progress = CurrentProgress.get();
    FormerFiles.Opened opened =
        new FormerFiles(formats)
            .open(
                real,
                refused,
                toRead,
                stores.apply(StoreProvider.FILE),
                stores.apply(StoreProvider.MEMORY),
                progress);
    progress.phase("making a project of it", -1);
    Origin origin = new Origin(System.getProperty("user.name", "unknown"), "projects:open");
    return closingOnFailure(
        opened.store(),
        () ->
            register(
                ProjectWorkspace.create(
                    real.toString(),
                    Optional.of(real),
                    opened.store(),
                    opened.root(),
                    origin,
                    opened.description(),
                    clock,
                    hooks,
                    observers,
                    projectors),
                toRead));
  }

  /**
   * Does something with the project in a file, as it is if it is open here, else opened for that
   * alone.
   *
   * @param toRead whether it is only read
   */
  public <T> T aside(Path file, boolean toRead, Function<Aside, T> use) {
    Path real = ProjectFiles.existing(file);
    Optional<ProjectWorkspace> known = opened(real, toRead);
    if (known.isPresent()) {
      return use.apply(new Aside(known.get().store(), known));
    }
    StoreProvider provider = stores.apply(StoreProvider.FILE);
    try (Observers nobody = new Observers();
        Store store =
            toRead ? provider.openToRead(real) : provider.open(real, CurrentProgress.get())) {
      Optional<ProjectWorkspace> workspace;
      try {
        workspace =
            Optional.of(
                ProjectWorkspace.open(
                    real.toString(),
                    Optional.of(real),
                    store,
                    clock,
                    new Hooks(),
                    nobody,
                    projectors));
      } catch (StoreException e) {
        LOG.debug("{} cannot be opened as a project", real, e);
        workspace = Optional.empty();
      }
      try {
        return use.apply(new Aside(store, workspace));
      } finally {
        workspace.ifPresent(ProjectWorkspace::stop);
      }
    }
  }

  /** The provider of files. */
  public StoreProvider files() {
    return stores.apply(StoreProvider.FILE);
  }

  /** The project in a file, if it is open here, after whoever opens or closes one now is done. */
  private Optional<ProjectWorkspace> opened(Path real, boolean toRead) {
    Opened known;
    lock.lock();
    try {
      known = open.get(real.toString());
    } finally {
      lock.unlock();
    }
    if (known != null && known.toRead() && !toRead) {
      throw new HeldException(
          "Cannot open " + known.workspace().project() + ": it is open here, only to be read",
          "Close it in every session that reads it (fxd:close), then open it again.",
          true);
    }
    return Optional.ofNullable(known).map(Opened::workspace);
  }

  @Override
  public void save(Workspace workspace) {
    ProjectWorkspace project = opened(workspace);
    if (project.file().isEmpty()) {
      throw new UsageException(
          "The project lives in memory, and has no file to be saved in", "Save it under a name.");
    }
    project.store().checkpoint();
  }

  @Override
  public Workspace saveAs(
      Workspace workspace,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation) {
    ProjectWorkspace project = opened(workspace);
    Path target = ProjectFiles.place(file);
    if (project.file().filter(target::equals).isPresent()) {
      save(project);
      return project;
    }
    try (WriteTurn.Quiet still = project.hold()) {
      copies.copy(project, target, replace, progress, cancellation);
      Workspace next = open(target);
      close(project);
      return next;
    }
  }

  @Override
  public void backup(
      Workspace workspace,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation) {
    ProjectWorkspace project = opened(workspace);
    Path target = ProjectFiles.place(file);
    if (project.file().filter(target::equals).isPresent()) {
      throw new UsageException(
          "Cannot write a copy of " + target + " to itself", "Choose another name.");
    }
    copies.copy(project, target, replace, progress, cancellation);
  }

  private ProjectWorkspace opened(Workspace workspace) {
    Opened opened = open.get(workspace.project());
    if (opened == null || opened.workspace() != workspace) {
      throw new UsageException("The project " + workspace.project() + " is not open");
    }
    return opened.workspace();
  }

  private static Workspace closingOnFailure(Store store, Supplier<Workspace> opening) {
    try {
      return opening.get();
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private Workspace register(ProjectWorkspace workspace, boolean toRead) {
    Map<String, Opened> more = new LinkedHashMap<>(open);
    more.put(workspace.project(), new Opened(workspace, toRead, () -> {}));
    open = more;
    try {
      Runnable unregister = registrar.opened(workspace, workspace.store());
      more = new LinkedHashMap<>(open);
      more.put(workspace.project(), new Opened(workspace, toRead, unregister));
      open = more;
      return workspace;
    } catch (RuntimeException e) {
      more = new LinkedHashMap<>(open);
      more.remove(workspace.project());
      open = more;
      throw e;
    }
  }

  @Override
  public List<Workspace> all() {
    List<Workspace> all = new ArrayList<>();
    open.values().forEach(opened -> all.add(opened.workspace()));
    return List.copyOf(all);
  }

  @Override
  public Optional<Workspace> find(String project) {
    return Optional.ofNullable(open.get(project)).map(Opened::workspace);
  }

  @Override
  public void close(Workspace workspace) {
    lock.lock();
    try {
      Opened opened = open.get(workspace.project());
      if (opened == null || opened.workspace() != workspace) {
        return;
      }
      if (!awaitObservers(workspace)) {
        LOG.warn("Some observers of {} were not told of its last changes", workspace.project());
      }
      for (Opened other : List.copyOf(open.values())) {
        if (other.isPastOf(opened.workspace())) {
          close(other.workspace());
        }
      }
      Map<String, Opened> fewer = new LinkedHashMap<>(open);
      fewer.remove(workspace.project());
      open = fewer;
      try {
        opened.unregister().run();
      } finally {
        opened.workspace().stop();
        opened.workspace().closeStore();
      }
    } finally {
      lock.unlock();
    }
  }

  private static boolean awaitObservers(Workspace workspace) {
    try {
      return workspace.awaitObservers(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Closes all, the last one first. */
  @Override
  public void close() {
    List<Workspace> all = all();
    for (int i = all.size() - 1; i >= 0; i--) {
      try {
        close(all.get(i));
      } catch (RuntimeException e) {
        LOG.error("Cannot close {} properly", all.get(i).project(), e);
      }
    }
    observers.close();
  }
}
