package org.fxd.history.api;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.RefusedException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes out of every tree that is to be committed what has lost its meaning, such as notes about
 * what is there no more. A whiteboard service: register one and it is asked, for each commit that
 * is made here, before any {@link CommitHook}. What it takes out of a commit is taken out of the
 * work as well, so that nothing is left that differs.
 *
 * <p>Called on the thread that commits, and again when the commit is made anew because another came
 * first. It must give an equal tree for an equal tree, give a tidy one back as it is, and be quick:
 * what it costs, every commit costs. An exception refuses the commit, as a {@link RefusedException}
 * with its message.
 *
 * @since 1.1
 */
@ConsumerType
public interface CommitTidier {
  /**
   * A tree without what has lost its meaning.
   *
   * @param root of a project, as it would be committed
   * @return the same if there is nothing to take out
   */
  Node tidy(Node root);
}
