package org.fxd.graph.api.workspace;

import java.util.function.Consumer;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Someone at work in a project: all changes made through it carry one {@link Origin}. Safe for use
 * by any number of threads; costs nothing to make and needs no closing.
 */
@ProviderType
public interface Session {
  /** The project. */
  Workspace workspace();

  /** Who, and through what. */
  Origin origin();

  /** Begins a change; see {@link Workspace#begin}. */
  Transaction begin();

  /**
   * Runs one change: begins, edits, commits.
   *
   * @param description one line for the operation log
   * @param edit what to do; if it throws, nothing happens
   * @return the change, or the unchanged state's if nothing differs
   * @throws RefusedException if a hook refuses
   * @throws ConflictException if another change came between and contradicts this one
   * @throws StoreException if it cannot be made durable; the state is as before
   */
  default Change change(String description, Consumer<Transaction> edit) {
    try (Transaction transaction = begin()) {
      edit.accept(transaction);
      return transaction.commit(description);
    }
  }

  /**
   * A cursor at a path. It reads the newest state, and each change made with it is an operation of
   * its own.
   */
  Cursor at(NodePath path);

  /** A cursor at a node, wherever it stands; otherwise as {@link #at(NodePath)}. */
  Cursor at(NodeId id);
}
