package org.fxd.history.api;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at every commit before it is made and may refuse it. A whiteboard service: register one and
 * it is asked; with the property {@link Workspace#PROJECT} it is asked for that project only. Hooks
 * are asked in the order of their service ranking, highest first.
 *
 * <p>Called on the thread that commits, and again when the commit is made anew because another came
 * first; so it must be quick and without effect of its own. An exception other than {@link
 * RefusedException} refuses too, and names the hook. Commits that come from elsewhere as they are,
 * as an import's do, are not asked about: they are made already. A {@link RefHook} sees them come.
 *
 * @since 1.1
 */
@ConsumerType
public interface CommitHook {
  /**
   * Looks at a commit.
   *
   * @param commit as it would be
   * @param root its tree
   * @param origin who makes it, and through what
   * @throws RefusedException to refuse, with the reason
   */
  void check(Commit commit, Node root, Origin origin);
}
