package org.fxd.shell.call;

import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.workspace.Workspace;

/** Finds the services of one open project. */
public interface ProjectServices {
  /**
   * The service of a type with the project's {@link Workspace#PROJECT}.
   *
   * @param later is given what to do when the service is needed no more
   * @return empty if nothing offers it
   */
  <T> Optional<T> find(Class<T> type, Workspace workspace, Consumer<Runnable> later);
}
