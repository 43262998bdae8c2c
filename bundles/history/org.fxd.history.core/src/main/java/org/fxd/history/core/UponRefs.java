package org.fxd.history.core;

import java.util.function.Function;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;

/**
 * Changes that build upon what references say: where another change moved them first, it is done
 * again upon what they say then. Whoever loses such a race lost it to someone who got on, so this
 * comes to an end.
 */
final class UponRefs {
  private final Workspace workspace;

  UponRefs(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Makes a commit in a transaction of its own.
   *
   * @param what one word for the operation log, before the commit's summary
   * @param attempt called as often as needed
   */
  Commit make(Origin origin, String what, Function<Transaction, Commit> attempt) {
    while (true) {
      try (Transaction transaction = workspace.begin(origin)) {
        State base = transaction.base();
        try {
          Commit commit = attempt.apply(transaction);
          transaction.commit(what + ": " + commit.summary());
          return commit;
        } catch (ConflictException e) {
          if (RefMoves.none(base, workspace.state())) {
            throw e;
          }
        }
      }
    }
  }
}
