package org.fxd.graph.api.oplog;

import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.State;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The operation log of one open project. A service with the property {@code fxd.project}; safe for
 * use by any number of threads.
 *
 * <p>The project <em>stands at</em> the newest operation; after an undo or redo, at the one that it
 * went to. Undo goes from there to the operation before, redo towards the newest one again, until
 * something else is done. What is restored is the whole {@link State}: files, views, branches, the
 * head, stashes, and work that is not committed. What an operation did outside of the project is
 * not undone: {@link Step#outside} says so.
 *
 * <p>The log reaches back as far as it is kept (see {@code CollectOptions}); the first operation
 * that is kept cannot be undone.
 *
 * <p>Methods that change the project make one operation each, and throw {@link RefusedException} if
 * it can only be read or a hook refuses, and {@link StoreException} if that cannot be made durable.
 * Then all is as before.
 */
@ProviderType
public interface OperationLog {
  /** The newest operation. */
  Operation newest();

  /** The operation whose state the project stands at. */
  Operation current();

  /**
   * An operation and all that it follows and is kept, newest first. Each iteration reads as it
   * goes.
   */
  Iterable<Operation> from(Operation operation);

  /**
   * An operation by text: {@code @} for the one that the project stands at, or the first four or
   * more digits of an id; behind it any number of {@code -}, each for the operation before. {@code
   * op:} may stand before it.
   *
   * @throws NotFoundException if the log has none such
   * @throws UsageException if the text is none of these, or the ids of several begin so
   */
  Operation find(String text);

  /**
   * The state that an operation left.
   *
   * @throws NotFoundException if the log does not reach back so far any more
   */
  State state(Operation operation);

  /**
   * Goes back to before the operation that the project stands at.
   *
   * @return what was undone
   * @throws NotFoundException if nothing was done before, or it is not kept any more
   */
  Step undo(Origin origin);

  /**
   * Does again what was undone last.
   *
   * @return what was done again
   * @throws NotFoundException if nothing was undone, or something else was done since
   */
  Step redo(Origin origin);

  /**
   * Undoes one operation alone and leaves what was done since: does the opposite on the newest
   * state.
   *
   * @return the operation, and what undoing it changed; nothing if it had no effect any more
   * @throws ConflictException if later work contradicts that
   * @throws NotFoundException if it is the first, or is not kept any more
   */
  Step undo(Operation operation, Origin origin);

  /**
   * Goes to the state that an operation left, whatever was done since.
   *
   * @return the operation, and what that changed
   * @throws NotFoundException if it is not kept any more
   */
  Step restore(Operation operation, Origin origin);
}
