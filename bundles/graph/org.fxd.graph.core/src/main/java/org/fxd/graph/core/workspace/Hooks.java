package org.fxd.graph.core.workspace;

import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.ChangeHook;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.State;

/** Asks the hooks of all projects, in order. */
public final class Hooks {
  private final Listeners<ChangeHook> hooks = new Listeners<>();

  /** The hooks. */
  public Listeners<ChangeHook> listeners() {
    return hooks;
  }

  /**
   * Asks the hooks of one project.
   *
   * @throws RefusedException if one refuses
   */
  void check(String project, State before, State after, Origin origin) {
    for (ChangeHook hook : hooks.of(project)) {
      try {
        hook.check(before, after, origin);
      } catch (RefusedException refusal) {
        throw refusal;
      } catch (RuntimeException failure) {
        throw new RefusedException(
            "The hook "
                + hook.getClass().getName()
                + " could not check the change, so it is refused: "
                + failure.getMessage(),
            failure);
      }
    }
  }
}
