package org.fxd.graph.api.workspace;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A moment within a transaction to which one can go back. Savepoints nest: going back to one ends
 * all that were made after it. Belongs to the transaction's thread. Setting one costs what was
 * edited since the last.
 */
@ProviderType
public interface Savepoint {
  /**
   * Undoes what was done in the transaction since: edits of the tree and of references. The
   * savepoint stays and can be gone back to again. Builders of children that were taken from the
   * transaction before are no longer part of it; {@link Transaction#root()} gives the new ones.
   *
   * @throws IllegalStateException if it was ended, or the transaction is over
   */
  void rollback();

  /**
   * Ends it, and all that were made after it; what was done stays. Ending again does nothing.
   *
   * @throws IllegalStateException if the transaction is over
   */
  void release();
}
