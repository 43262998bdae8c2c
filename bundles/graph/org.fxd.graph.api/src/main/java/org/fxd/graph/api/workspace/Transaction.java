package org.fxd.graph.api.workspace;

import java.io.InputStream;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A change in the making. Belongs to one thread.
 *
 * <p>Nothing shows outside before {@link #commit}. If other changes came between, this one is
 * replayed onto them: what it changed since its {@link #base()} is done again on the newest state,
 * hooks included; where the two contradict, the commit fails and nothing happens.
 */
@ProviderType
public interface Transaction extends AutoCloseable {
  /** The state at the beginning. */
  State base();

  /** The root, to edit. */
  NodeBuilder root();

  /** Puts a whole other root in place of the one at the beginning, as a checkout does. */
  void root(Node root);

  /** Sets a reference; with null, removes it. */
  void ref(String name, Ref target);

  /**
   * Makes the change depend on where a reference leads: if it was moved between the beginning and
   * the commit, even there and back, the commit fails. Whoever decided by a reference what to do
   * does not do it once that has moved. No savepoint takes this back.
   *
   * @param name the full name; symbolic references are followed
   * @since 1.3
   */
  void dependOn(String name);

  /**
   * Takes in content of any size. Content above a few kilobytes goes to the store at once, so that
   * it needs no memory; it is durable when this transaction is, and gone if it is not committed.
   *
   * @param in read to its end; the caller closes it
   * @throws StoreException if the stream or the store fails
   */
  Blob blob(InputStream in);

  /**
   * Stores an object that is no node, such as a commit, together with this change.
   *
   * @param encoded its canonical bytes; the first byte is its {@code ObjectType}'s code
   * @return the SHA-256 of the bytes
   */
  Hash attach(byte[] encoded);

  /**
   * Says something of the operation that this becomes, such as {@link Operation#OUTSIDE}. If
   * nothing changes there is no operation, and nothing is said.
   *
   * @param name of the form of {@link org.fxd.graph.api.Kind}'s
   * @param value a text of at most {@link org.fxd.graph.api.Limits#FIELD} bytes
   * @throws IllegalArgumentException if it is not
   * @since 1.3
   */
  void field(String name, String value);

  /**
   * Stores a tree that the root does not hold together with this change, for a reference or a
   * commit to lead to. What of it the project has is not written again.
   *
   * @return the tree's hash
   * @since 1.3
   */
  Hash attach(Node tree);

  /**
   * Makes the change durable and visible.
   *
   * @param description one line for the operation log
   * @return the change; if nothing differs, one whose states are the same, and no operation is
   *     written
   * @throws RefusedException if a hook refuses; the message is its reason
   * @throws ConflictException if another change came between and contradicts this one
   * @throws StoreException if it cannot be made durable; the state is as before
   * @throws IllegalStateException if committed or closed already
   */
  Change commit(String description);

  /** Who changes, and through what. */
  Origin origin();

  /** Sets a moment to which one can go back. */
  Savepoint savepoint();

  /** A cursor at a path of this transaction's tree. */
  Cursor at(NodePath path);

  /** A cursor at a node of this transaction's tree, wherever it stands. */
  Cursor at(NodeId id);

  /** Gives up what was not committed. Closing again does nothing. */
  @Override
  void close();
}
