package org.fxd.graph.api.workspace;

import org.fxd.graph.api.error.RefusedException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at every change before it happens and may refuse it. A whiteboard service: register one and
 * it is asked; with the property {@link Workspace#PROJECT} it is asked for that project only. Hooks
 * are asked in the order of their service ranking, highest first.
 *
 * <p>Called on the thread that commits, and again when a change is replayed, so it must be quick
 * and without effect of its own. An exception other than {@link RefusedException} refuses too, and
 * names the hook.
 */
@ConsumerType
public interface ChangeHook {
  /**
   * Looks at a change.
   *
   * @param before the state as it is
   * @param after the state as it would be; its {@link State#operation()} is not known yet and is
   *     that of {@code before}
   * @param origin who changes, and through what
   * @throws RefusedException to refuse, with the reason
   */
  void check(State before, State after, Origin origin);
}
