package org.fxd.history.api.intake;

import java.io.InputStream;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.history.api.Commit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Commits on their way in. Belongs to one thread at a time.
 *
 * <p>What is taken in becomes durable in pieces, so that any amount of it needs little memory and
 * others can write in between. Nothing leads to it before {@link #finish}; until then it is kept
 * from being collected, and what is left of an intake that was given up or killed is collected some
 * day. An intake that begins anew finds what is left, if it was not collected.
 */
@ProviderType
public interface Intake extends AutoCloseable {
  /**
   * Takes in content of any size. It belongs to the commit that is taken in next: what that does
   * not hold may be collected.
   *
   * @param in read to its end; the caller closes it
   * @throws StoreException if the stream or the store fails
   */
  Blob blob(InputStream in);

  /**
   * Takes in content that is in memory.
   *
   * @return the same content, which needs no memory any more
   */
  Blob blob(Blob content);

  /**
   * Takes in a commit as it was made elsewhere: author, times, message and headers stay as they
   * are, and no hook is asked. Its tree is written as far as it is new.
   *
   * @param commit the id is not looked at; the parents are commits of this project or this intake
   * @param root its tree; its hash is the commit's root
   * @return the commit with its id
   * @throws NotFoundException if a parent is not there
   * @throws IllegalArgumentException if it cannot be encoded (docs/format/commits.md says what can)
   */
  Commit commit(Commit commit, Node root);

  /**
   * Takes in a tree that no commit holds, such as the node of an annotated tag.
   *
   * @return its hash
   */
  Hash tree(Node tree);

  /** Writes an entry of the store's index together with what is taken in. */
  void index(byte[] key, byte[] value);

  /**
   * Which commits the project has, whether or not a reference leads to them. They stay until this
   * is closed, with all that they lead to.
   */
  Set<Hash> known(Collection<Hash> commits);

  /**
   * The tree of a commit of this project or this intake, to build the next upon.
   *
   * @throws NotFoundException if there is no such commit
   */
  Node root(Hash commit);

  /**
   * Makes what was taken in so far durable. Called now and then by the intake itself.
   *
   * @throws StoreException if the medium fails
   */
  void save();

  /**
   * Makes all of it durable and visible, in one operation.
   *
   * @param description one line for the operation log
   * @param leads sets the references that lead to the commits, and whatever else belongs to the
   *     same operation; called again if another change came between
   * @throws RefusedException if a hook refuses
   * @throws ConflictException if another change came between and contradicts this one
   */
  Change finish(String description, Consumer<Transaction> leads);

  /** Gives up what was not finished. Closing again does nothing. */
  @Override
  void close();
}
