package org.fxd.history.api.ref;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.history.api.Commit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns one open project to another commit, in whole or in part. What is equal is neither read nor
 * touched, and watchers are told of what differs only.
 */
@ProviderType
public interface Checkouts {
  /**
   * Checks something out.
   *
   * @return the change; one that counts 0 if all is so already
   * @throws ConflictException if work that is to follow contradicts the target; nothing is changed
   * @throws NotFoundException if there is no such commit, or nothing was checked out before
   * @throws UsageException if a new branch's name breaks a rule; the message says which
   * @throws FxdException if there is a branch of that name
   */
  Change to(Target target, Work work, Origin origin);

  /**
   * Makes the tree of a transaction a commit's, as a part of that transaction: for who moves what
   * is checked out together with other things. References stay as they are.
   *
   * @throws ConflictException if work that is to follow contradicts the commit
   * @throws NotFoundException if there is no such commit
   */
  void turn(Transaction transaction, Commit to, Work work);

  /**
   * What was checked out before what is checked out now, as the operation log has it: a branch's
   * name or a commit's id. Reads back to the last switch.
   *
   * @return empty if the log knows of no switch
   */
  Optional<String> previous();

  /**
   * Makes what stands at some paths as it is in a commit, and leaves all else and the head as they
   * are. Nodes keep the ids that they have in the commit; what stands elsewhere by now comes as a
   * copy, under ids of its own.
   *
   * @param paths from the root, such as {@code code.src.App\.java}; what is below goes with them
   * @return the change; one that counts 0 if all is so already
   * @throws NotFoundException if the commit has nothing at one of them; nothing is changed
   */
  Change paths(Commit from, List<NodePath> paths, Origin origin);
}
