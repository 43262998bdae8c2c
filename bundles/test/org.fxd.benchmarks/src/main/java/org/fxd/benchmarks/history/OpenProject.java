package org.fxd.benchmarks.history;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.fxd.git.api.FolderImporter;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.merge.api.Merges;
import org.fxd.runtime.Host;
import org.fxd.source.api.Sources;

/** A project that is open in a host of this process, and the services of it. */
final class OpenProject implements AutoCloseable {
  static final Person PERSON = new Person("Bench", "bench@example.org");
  static final Origin ORIGIN = new Origin(PERSON.toString(), "benchmark");

  private static final Duration START = Duration.ofSeconds(30);

  private final Host host;
  private final Workspace workspace;

  /**
   * Opens it.
   *
   * @param data the folder that the host may use
   */
  OpenProject(Path file, Path data) {
    host =
        Host.builder(data)
            .distribution(Path.of(System.getProperty("fxd.distribution")))
            .share(Workspace.class)
            .share(Sources.class)
            .share(History.class)
            .share(Merges.class)
            .share(FolderImporter.class)
            .build();
    host.start();
    workspace = service(Projects.class).open(file);
  }

  Workspace workspace() {
    return workspace;
  }

  /** A service of the host. */
  <T> T service(Class<T> type) {
    return host.await(type, START);
  }

  /** A service of the project. */
  <T> T its(Class<T> type) {
    return host.services(type, Map.of(Workspace.PROJECT, workspace.project())).get(0);
  }

  @Override
  public void close() {
    host.close();
  }
}
