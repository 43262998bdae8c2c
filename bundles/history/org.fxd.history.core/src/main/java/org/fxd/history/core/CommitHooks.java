package org.fxd.history.core;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitHook;

/** Asks the commit hooks of one project, in order. */
final class CommitHooks {
  private final Iterable<CommitHook> hooks;

  CommitHooks(Iterable<CommitHook> hooks) {
    this.hooks = hooks;
  }

  /**
   * Asks all.
   *
   * @throws RefusedException if one refuses, or fails
   */
  void check(Commit commit, Node tree, Origin origin) {
    for (CommitHook hook : hooks) {
      try {
        hook.check(commit, tree, origin);
      } catch (RefusedException refusal) {
        throw refusal;
      } catch (RuntimeException failure) {
        throw new RefusedException(
            "The hook "
                + hook.getClass().getName()
                + " could not check the commit, so it is refused: "
                + failure.getMessage(),
            failure);
      }
    }
  }
}
