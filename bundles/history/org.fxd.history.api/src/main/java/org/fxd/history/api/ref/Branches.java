package org.fxd.history.api.ref;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.history.api.Commit;
import org.osgi.annotation.versioning.ProviderType;

/** The branches of one open project. */
@ProviderType
public interface Branches {
  /** All branches by name; none before the first commit. */
  List<Branch> all();

  /** The branch of a name, if there is one. */
  Optional<Branch> find(String name);

  /**
   * The branch of a name.
   *
   * @throws NotFoundException if there is none; the hint names what comes close
   */
  Branch get(String name);

  /**
   * How far two commits have gone apart. Reads as far back as the two have to be followed until
   * they have all in common.
   */
  Divergence compare(Commit one, Commit other);

  /**
   * Creates a branch. It is not checked out.
   *
   * @param name as Git's rules for names have it
   * @throws UsageException if the name breaks a rule; the message says which
   * @throws FxdException if there is such a branch, or one that Git could not keep beside it
   * @throws NotFoundException if the project has no such commit
   */
  Branch create(String name, Commit at, Origin origin);

  /**
   * Deletes a branch, if each of its commits stays within reach of another branch, a tag or another
   * reference; what is checked out by itself does not count as one.
   *
   * @throws FxdException if it is checked out, or commits would be left that no name leads to; the
   *     message counts them
   * @throws ConflictException if it is another one by now
   */
  void delete(Branch branch, Origin origin);

  /** As {@link #delete}, but whatever commits are left: until gc, undo brings them back. */
  void drop(Branch branch, Origin origin);

  /**
   * Renames a branch. If it is checked out, it stays so under the new name.
   *
   * @throws UsageException if the name breaks a rule; the message says which
   * @throws FxdException if there is such a branch, or one that Git could not keep beside it
   * @throws ConflictException if it is another one by now
   */
  Branch rename(Branch branch, String name, Origin origin);

  /**
   * Moves a branch to another commit, if each of the commits that it leaves stays within reach. The
   * workspace stays as it is, also if the branch is checked out: what differs is then uncommitted.
   *
   * @throws FxdException if commits would be left that no name leads to; the message counts them
   * @throws ConflictException if it is another one by now
   * @throws NotFoundException if the project has no such commit
   */
  Branch move(Branch branch, Commit to, Origin origin);

  /** As {@link #move}, but whatever commits are left: until gc, undo brings them back. */
  Branch reset(Branch branch, Commit to, Origin origin);
}
