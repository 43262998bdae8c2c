package org.fxd.history.core;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.history.api.CommitTidier;

/** Asks the tidiers of one project, in order. */
final class CommitTidiers {
  private final Iterable<CommitTidier> tidiers;

  CommitTidiers(Iterable<CommitTidier> tidiers) {
    this.tidiers = tidiers;
  }

  /** Tidies the work of a transaction, and gives it. */
  Node tidy(Transaction transaction) {
    Node work = transaction.root().build();
    Node tidy = tidy(work);
    if (!tidy.equals(work)) {
      transaction.root(tidy);
    }
    return tidy;
  }

  /**
   * Tidies a tree.
   *
   * @throws RefusedException if one fails
   */
  Node tidy(Node root) {
    Node tidy = root;
    for (CommitTidier tidier : tidiers) {
      try {
        tidy = tidier.tidy(tidy);
      } catch (RuntimeException failure) {
        throw new RefusedException(
            "What is to be committed could not be tidied by "
                + tidier.getClass().getName()
                + ", so it is refused: "
                + failure.getMessage(),
            failure);
      }
    }
    return tidy;
  }
}
