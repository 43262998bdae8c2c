package org.fxd.git.api.history;

import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes in a Git repository with its history. A service; safe for use by any number of threads.
 *
 * <p>Every commit, tree and file that is new is rebuilt as the bridge would export it, and its id
 * is compared; where it differs, its bytes are kept as they are. So what is exported later has the
 * ids that were imported.
 */
@ProviderType
public interface HistoryImporter {
  /**
   * Whether a source is a repository, as far as that can be told without asking anyone for it: a
   * folder within a work tree is none, nor is any other folder.
   */
  boolean isRepository(GitSource source);

  /**
   * Takes in what the project does not have yet, in one operation. Branches that are new are made;
   * those that are behind are moved; those that went another way stay, and what Git has of them is
   * under {@code refs/remotes/NAME/}. What was taken in before an interruption is not read again.
   *
   * @throws NotFoundException if there is no repository, or a branch that is asked for is not there
   * @throws FxdException if it cannot be read, is refused (a SHA-256 repository, a hostile object;
   *     the message names it) or is damaged; the project is as before
   * @throws ConflictException if work that was not committed contradicts what would be checked out
   * @throws CancelledException if asked to stop; the project is as before
   */
  HistoryReport importHistory(
      Workspace workspace,
      GitSource source,
      HistoryOptions options,
      Origin origin,
      Progress progress,
      Cancellation cancellation);
}
