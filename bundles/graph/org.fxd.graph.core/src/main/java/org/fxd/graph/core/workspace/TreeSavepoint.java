package org.fxd.graph.core.workspace;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.workspace.Savepoint;

/** A moment within a transaction: the tree as it was, and how much else was done by then. */
final class TreeSavepoint implements Savepoint {
  private final ProjectTransaction transaction;
  private final Node root;
  private final int refs;
  private final int files;

  /**
   * A moment.
   *
   * @param root the tree
   * @param refs how many edits of references there were
   * @param files what the cursors' tree was marked with
   */
  TreeSavepoint(ProjectTransaction transaction, Node root, int refs, int files) {
    this.transaction = transaction;
    this.root = root;
    this.refs = refs;
    this.files = files;
  }

  Node root() {
    return root;
  }

  int refs() {
    return refs;
  }

  int files() {
    return files;
  }

  @Override
  public void rollback() {
    transaction.rollback(this);
  }

  @Override
  public void release() {
    transaction.release(this);
  }
}
