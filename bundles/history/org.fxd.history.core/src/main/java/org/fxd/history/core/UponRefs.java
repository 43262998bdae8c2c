package org.fxd.history.core;

import java.util.function.Function;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;

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
   * Makes a change in a transaction of its own.
   *
   * @param attempt called as often as needed
   * @param description of what came of it, one line for the operation log
   */
  <T> T change(Origin origin, Function<Transaction, T> attempt, Function<T, String> description) {
    while (true) {
      try (Transaction transaction = workspace.begin(origin)) {
        State base = transaction.base();
        try {
          T made = attempt.apply(transaction);
          transaction.commit(description.apply(made));
          return made;
        } catch (ConflictException e) {
          if (workspace.state().operation().equals(base.operation())) {
            throw e;
          }
        }
      }
    }
  }
}
