package org.fxd.merge.api;

import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Person;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Brings changes of other commits into the commit that is checked out. A service with the property
 * {@code fxd.project}; safe for use by any number of threads.
 *
 * <p>Each method is one operation of the project's log, and makes its commit whether or not
 * something contradicts: conflicts are part of that commit, and are resolved in a later one. Work
 * that is not committed follows: it is done again on the outcome. If it contradicts that, a {@link
 * ConflictException} says so and nothing has changed. All throw {@link RefusedException} if a hook
 * refuses, and {@link FxdException} if there is no commit yet.
 */
@ProviderType
public interface Merges {
  /**
   * Merges another commit into the head.
   *
   * @param author who merges
   * @throws FxdException if only a fast-forward is wanted and there is none
   */
  MergeResult merge(Commit theirs, MergePlan plan, Person author, Origin origin);

  /** What {@link #merge} would do. Changes nothing; the result has no commit of its own. */
  MergeResult preview(Commit theirs, MergePlan plan);

  /**
   * Takes back what a commit changed (of a merge, what it changed in its first parent).
   *
   * @param author who takes it back
   */
  MergeResult revert(Commit commit, Person author, Origin origin);

  /**
   * Does what a commit changed (of a merge, in its first parent) once more, on the head. The new
   * commit has its author and message.
   *
   * @param committer who does so
   */
  MergeResult cherryPick(Commit commit, Person committer, Origin origin);
}
