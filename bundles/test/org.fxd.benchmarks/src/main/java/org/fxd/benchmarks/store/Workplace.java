package org.fxd.benchmarks.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fxd.benchmarks.AllScanned;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.upkeep.CollectReport;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.history.core.CommitLinks;
import org.fxd.store.sqlite.SqliteStoreProvider;

/** A folder of one benchmark's own, with files that nobody had before. */
final class Workplace implements AutoCloseable {
  static final Origin ORIGIN = new Origin("benchmark", "benchmark");

  private final Path folder;
  private int files;

  /** A new folder in another one. */
  Workplace(Path parent) throws IOException {
    Files.createDirectories(parent);
    folder = Files.createTempDirectory(parent, "store-bench-");
  }

  /** A path where nothing is. */
  Path file(String ending) {
    return folder.resolve(++files + ending);
  }

  /** Projects as a program finds them that was just started, in files. */
  static OpenProjects projects() {
    OpenProjects projects = OpenProjects.over(new SqliteStoreProvider(null));
    projects.projectors().add(new AllScanned());
    projects.links().add(new CommitLinks());
    return projects;
  }

  /** Makes a project of a tree. */
  static void save(Path file, Node root) {
    try (OpenProjects projects = projects()) {
      projects.create(file).change(ORIGIN, "save", transaction -> transaction.root(root));
    }
  }

  /** Makes a project small. */
  static CollectReport collect(Path file) {
    try (OpenProjects projects = projects()) {
      ProjectWorkspace workspace = (ProjectWorkspace) projects.open(file);
      try (ProjectServices services = new ProjectServices(projects, workspace)) {
        return services
            .upkeep()
            .collect(CollectOptions.DEFAULT, Progress.NONE, Cancellation.none());
      }
    }
  }

  /** Removes a file and what stands beside it. */
  static void delete(Path file) throws IOException {
    try (Stream<Path> all = Files.list(file.getParent())) {
      String name = file.getFileName().toString();
      for (Path each : all.filter(it -> it.getFileName().toString().startsWith(name)).toList()) {
        Files.delete(each);
      }
    }
  }

  /**
   * Copies a file that may be open, and its log, as a crash would leave them. Not by this process:
   * closing a file that SQLite has open would drop its locks.
   */
  static void copyAsIs(Path from, Path to) throws IOException, InterruptedException {
    for (String ending : List.of("", "-wal")) {
      if (Files.exists(Path.of(from + ending))) {
        int result =
            new ProcessBuilder("cp", from + ending, to + ending).inheritIO().start().waitFor();
        if (result != 0) {
          throw new IOException("cp failed with " + result);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : all.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }
}
