package org.fxd.git.jgit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Workspace;

/** The services of one type, by the projects that they belong to. */
final class PerProject<S> {
  private final Map<String, S> services = new ConcurrentHashMap<>();

  void add(S service, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      services.put(project, service);
    }
  }

  void remove(S service, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      services.remove(project, service);
    }
  }

  /** The service of a project, if there is one. */
  Optional<S> find(Workspace workspace) {
    return Optional.ofNullable(services.get(workspace.project()));
  }

  /** The service of an open project. */
  S of(Workspace workspace) {
    return find(workspace)
        .orElseThrow(
            () ->
                new UsageException(
                    "The project " + workspace.project() + " is not open.", "Open it first."));
  }
}
