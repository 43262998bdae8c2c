package org.fxd.store.v1;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.api.format.ProjectFormat;
import org.fxd.store.memory.MemoryStores;
import org.fxd.store.sqlite.SqliteStoreProvider;

/** The real providers, which tell of each step that concerns files before they take it. */
final class Providers {
  private Providers() {}

  /** Projects that can open files of version 1. */
  static OpenProjects projects(Consumer<String> steps) {
    StoreProvider files = new Telling(new SqliteStoreProvider(null), steps);
    StoreProvider memory = new MemoryStores();
    OpenProjects projects =
        new OpenProjects(
            type -> type.equals(StoreProvider.FILE) ? files : memory,
            (workspace, store) -> () -> {},
            Clock.systemUTC());
    ProjectFormat format = new TellingFormat(new FirstFormat(new GraphNodes(), null), steps);
    projects.formats().add(format, () -> format);
    return projects;
  }

  private record Telling(StoreProvider provider, Consumer<String> steps) implements StoreProvider {
    @Override
    public Store create(Path file) {
      steps.accept("create");
      Store store = provider.create(file);
      try {
        steps.accept("created");
        return store;
      } catch (RuntimeException e) {
        store.close();
        throw e;
      }
    }

    @Override
    public Store open(Path file) {
      steps.accept("open");
      return provider.open(file);
    }

    @Override
    public Store open(Path file, Lease hold, Progress progress) {
      steps.accept("open");
      return provider.open(file, ((Held) hold).lease(), progress);
    }

    @Override
    public Store openToRead(Path file) {
      return provider.openToRead(file);
    }

    @Override
    public Lease hold(Path file) {
      steps.accept("hold");
      return new Held(provider.hold(file), steps);
    }
  }

  private record Held(Lease lease, Consumer<String> steps) implements Lease {
    @Override
    public void close() {
      steps.accept("release");
      lease.close();
    }
  }

  private record TellingFormat(ProjectFormat format, Consumer<String> steps)
      implements ProjectFormat {
    @Override
    public String name() {
      return format.name();
    }

    @Override
    public int number() {
      return format.number();
    }

    @Override
    public void requireAtRest(Path file) {
      steps.accept("at rest");
      format.requireAtRest(file);
    }

    @Override
    public Node read(Path file, Progress progress, Cancellation cancellation) {
      steps.accept("read");
      return format.read(file, progress, cancellation);
    }

    @Override
    public void write(
        Node root,
        Function<Entry, Node> whole,
        Path file,
        boolean replace,
        Progress progress,
        Cancellation cancellation) {
      format.write(root, whole, file, replace, progress, cancellation);
    }
  }
}
