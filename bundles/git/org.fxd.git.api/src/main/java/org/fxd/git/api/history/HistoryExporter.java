package org.fxd.git.api.history;

import java.nio.file.Path;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.annotation.versioning.ProviderType;

/** Writes a project's history as Git commits. A service; safe for use by any number of threads. */
@ProviderType
public interface HistoryExporter {
  /**
   * Writes what a repository does not have yet, and moves its branches and tags. Imported commits
   * get the ids they came with; others get ids that follow from the commit alone, so that whoever
   * exports it gets the same. A repository that is not there is made, with the branch that is
   * checked out here as its head. Work trees that are there are not touched.
   *
   * @param repository a bare repository, or a folder with a work tree
   * @throws NotFoundException if a branch that is asked for is not there
   * @throws ConflictException if a commit holds conflicts and the options refuse them, or a branch
   *     of the repository went another way and is not to be overwritten; nothing is moved
   * @throws FxdException if it cannot be written, Git has no room for a name, or a branch that
   *     would move is checked out there; its references are as before
   * @throws CancelledException if asked to stop; its references are as before
   */
  ExportReport export(
      Workspace workspace,
      Path repository,
      ExportOptions options,
      Origin origin,
      Progress progress,
      Cancellation cancellation);
}
