package org.fxd.history.api;

import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at every reference before it moves and may refuse: branches, tags, what is checked out, the
 * stash; by whatever means, be it a commit, a checkout, an import, a merge or an undo. A whiteboard
 * service: register one and it is asked; with the property {@link Workspace#PROJECT} it is asked
 * for that project only. Hooks are asked in the order of their service ranking, highest first, and
 * each about all references that one change moves, in the order of their names.
 *
 * <p>Called on the thread that commits, and again when a change is replayed, so it must be quick
 * and without effect of its own. An exception other than {@link RefusedException} refuses too, and
 * names the hook. If one refuses, nothing of the whole change happens.
 *
 * @since 1.1
 */
@ConsumerType
public interface RefHook {
  /**
   * Looks at a move.
   *
   * @param origin who moves it, and through what
   * @throws RefusedException to refuse, with the reason
   */
  void check(RefUpdate move, Origin origin);
}
