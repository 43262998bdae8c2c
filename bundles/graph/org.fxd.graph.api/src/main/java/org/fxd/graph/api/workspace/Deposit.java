package org.fxd.graph.api.workspace;

import java.io.InputStream;
import java.util.Collection;
import java.util.Set;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Objects on their way into a project that nothing leads to yet: for what is too large to be one
 * change, such as a whole history. They become durable piece by piece, and others write in between.
 * A later {@link Transaction} makes references lead to them. Belongs to one thread at a time.
 *
 * <p>What is to stay until then has to be {@linkplain #save named}; what is not, and what is left
 * of a deposit that was given up, is collected some day.
 *
 * @since 1.4
 */
@ProviderType
public interface Deposit extends AutoCloseable {
  /**
   * Takes in content of any size.
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
   * Stores an object that is no node, such as a commit.
   *
   * @param encoded its canonical bytes; the first byte is its {@code ObjectType}'s code
   * @return the SHA-256 of the bytes
   */
  Hash put(byte[] encoded);

  /**
   * Stores what of a tree is new. What it holds of the project, it has to hold of what {@linkplain
   * #find was found}, of this deposit or of the newest state at its beginning.
   *
   * @return the tree's hash
   */
  Hash put(Node tree);

  /**
   * Writes an entry of the store's index together with the objects.
   *
   * @param value null removes the entry
   */
  void index(byte[] key, byte[] value);

  /** About how many bytes were put in since the last {@link #save}. */
  long unsaved();

  /**
   * Makes what was put in so far durable, and lets others write.
   *
   * @param roots what is to be kept from being collected from now on, with all that it leads to, in
   *     place of those named before
   * @throws StoreException if the medium fails; what was put in since the last save is lost
   */
  void save(Collection<Hash> roots);

  /**
   * Looks which objects are there, and keeps those from being collected, with all that they lead
   * to, until this is closed.
   */
  Set<Hash> find(Collection<Hash> objects);

  /** Gives up what was not saved, and keeps nothing any more. Closing again does nothing. */
  @Override
  void close();
}
