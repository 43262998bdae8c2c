package org.fxd.history.api;

import java.util.List;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Work that is put away to be taken up again, on whatever is checked out then. A service with the
 * property {@code fxd.project}; safe for use by any number of threads.
 *
 * <p>Each piece is kept by a reference, {@code refs/stash/NUMBER}: part of the project's state, so
 * it is undone and collected like all else. Every method that changes something is one operation of
 * the project's log, and throws {@link RefusedException} if a hook refuses.
 *
 * @since 1.1
 */
@ProviderType
public interface Stash {
  /** What is put away, the newest first. */
  List<Stashed> list();

  /**
   * One piece.
   *
   * @throws NotFoundException if there is none of that number
   */
  Stashed get(int number);

  /**
   * Puts work away: the workspace goes back to the tree of the commit checked out where it was
   * selected.
   *
   * @param message what it is about; if blank, it says upon which commit it was
   * @param selection which part of the work
   * @throws NotFoundException if there is no commit to go back to, or nothing stands at a selected
   *     path
   * @throws FxdException if nothing that is selected differs from the head
   * @throws ConflictException if the part cannot be told from the rest
   */
  Stashed push(String message, Selection selection, Person author, Origin origin);

  /**
   * Does the work again on the workspace as it is, and keeps it here too.
   *
   * @throws NotFoundException if there is none of that number
   * @throws ConflictException if the workspace contradicts it; nothing is changed
   */
  Change apply(int number, Origin origin);

  /**
   * Does the work again on the workspace as it is, and keeps it no longer.
   *
   * @throws NotFoundException if there is none of that number
   * @throws ConflictException if the workspace contradicts it; nothing is changed, and it is still
   *     here
   */
  Change pop(int number, Origin origin);

  /**
   * Keeps work no longer. It stays in the operation log, so it can be gone back to.
   *
   * @throws NotFoundException if there is none of that number
   */
  Change drop(int number, Origin origin);
}
