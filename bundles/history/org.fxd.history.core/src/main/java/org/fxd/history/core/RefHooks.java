package org.fxd.history.core;

import java.util.List;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.ChangeHook;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.RefHook;
import org.fxd.history.api.RefUpdate;

/**
 * Asks the hooks of one project before references move. Itself a hook of every change, so that no
 * way to move a reference goes round it.
 */
final class RefHooks implements ChangeHook {
  private final Iterable<RefHook> hooks;

  RefHooks(Iterable<RefHook> hooks) {
    this.hooks = hooks;
  }

  @Override
  public void check(State before, State after, Origin origin) {
    List<RefUpdate> moves = RefUpdates.between(before, after);
    for (RefHook hook : moves.isEmpty() ? List.<RefHook>of() : hooks) {
      for (RefUpdate move : moves) {
        check(hook, move, origin);
      }
    }
  }

  private static void check(RefHook hook, RefUpdate move, Origin origin) {
    try {
      hook.check(move, origin);
    } catch (RefusedException refusal) {
      throw refusal;
    } catch (RuntimeException failure) {
      throw new RefusedException(
          "The hook "
              + hook.getClass().getName()
              + " could not check the move of "
              + move.name()
              + ", so it is refused: "
              + failure.getMessage(),
          failure);
    }
  }
}
