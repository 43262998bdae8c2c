package org.fxd.graph.api.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens and closes projects. A service; safe for use by any number of threads.
 *
 * <p>When {@link #open} or {@link #create} returns, the services of that project (its {@link
 * Workspace} and whatever other bundles add, such as its history) are registered with the property
 * {@link Workspace#PROJECT}; {@link #close} takes them away again.
 */
@ProviderType
public interface Projects {
  /**
   * Creates an empty project file and opens it.
   *
   * @throws FxdException if the file exists already; it is left as it is
   * @throws StoreException if it cannot be written
   */
  Workspace create(Path file);

  /**
   * Opens a project file, or returns the workspace that is open on it already. Costs the same
   * whatever the size of the project.
   *
   * @throws FxdException if there is no such file, it is not a project, it is from a newer version,
   *     or another process holds it (the message says which)
   */
  Workspace open(Path file);

  /** A new project that lives in memory only and is gone when closed. */
  Workspace createInMemory();

  /** The open projects, in the order of opening. */
  List<Workspace> all();

  /** The open project with that value of {@link Workspace#PROJECT}. */
  Optional<Workspace> find(String project);

  /**
   * Closes a project: waits a moment for observers, takes its services away and closes its file.
   * Does nothing if it is closed already.
   */
  void close(Workspace workspace);
}
