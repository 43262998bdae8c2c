package org.fxd.store.api;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One open store. Safe for use by any number of threads; readers never wait for the writer.
 *
 * <p>Registered as a service with the property {@code fxd.project} while its project is open.
 *
 * <p>Every method throws {@link StoreException}, naming the file, when the medium fails, and {@link
 * IllegalStateException} after {@link #close()}.
 */
@ProviderType
public interface Store extends AutoCloseable {
  /** The file; empty if there is none. */
  Optional<Path> file();

  /**
   * Looks objects up, several at once.
   *
   * @param hashes any number; duplicates are asked once
   * @return one answer for each
   */
  Map<Hash, Lookup> get(Collection<Hash> hashes);

  /**
   * Finds objects by the first digits of their hashes, from how the store keeps them: it costs what
   * is found, and not what there is.
   *
   * @param type only objects of this type
   * @param most how many at most; at least 1
   * @return their hashes in order, the lowest ones if there are more. What is so damaged that
   *     nobody can tell its hash is not among them: {@link #get} and {@link #check} tell of it
   */
  List<Hash> startingWith(HashPrefix prefix, ObjectType type, int most);

  /**
   * Reads a blob as a stream, without holding all of it in memory. The stream fails with a {@link
   * DamagedContentException}, at its end or before, if the content does not have the hash or cannot
   * be read.
   *
   * @return empty if the store does not have it; the caller closes the stream
   */
  Optional<InputStream> open(Hash blob);

  /** The size of a blob in bytes, if the store has it. */
  OptionalLong size(Hash blob);

  /** What a reference holds. References of a store are direct. */
  Optional<Hash> ref(String name);

  /**
   * Reads the index: derived data that users of the store keep beside the objects. It is durable
   * with the batches that wrote it, and can be rebuilt from the objects if it is lost.
   *
   * @param query is given the index as of one moment, which is that of the last batch committed
   *     before; what it returns. Writers do not wait for it. It must not write to the store.
   */
  <T> T index(Function<IndexReader, T> query);

  /**
   * Begins to write. One batch is open at a time; others wait until it is sealed or closed.
   *
   * @throws StoreException if the store is read-only
   */
  Batch begin();

  /** Whether it can only be read. */
  boolean isReadOnly();

  /**
   * Keeps objects from being collected, and all that they lead to. References are kept anyway.
   *
   * @param roots the objects; those that are not there do no harm
   */
  Lease lease(Collection<Hash> roots);

  /** What the leases that are held keep. */
  Collection<Hash> leased();

  /** Tells someone whenever a reference moves, from now on. */
  RefWatch watch(RefWatcher watcher);

  /** Numbers about it. Costs the same whatever its size. */
  Facts facts();

  /**
   * Begins to make it small.
   *
   * @throws StoreException if it is read-only or is being compacted already
   */
  Compaction compact();

  /**
   * Looks at everything: the medium's structure, the hash of every object, every reference, the
   * order of the index. What objects mean, and whether they are complete, is for the inspector to
   * say.
   *
   * @param repair whether to put right what can be put right without loss; the store must not be
   *     read-only then
   * @throws CancelledException if asked to stop; what was repaired stays so
   */
  void check(boolean repair, Inspector inspector, Progress progress, Cancellation cancellation);

  /**
   * Writes a copy of the store as of one moment, in the form of its provider's files: all of it is
   * there under that name when this returns, or nothing is. Others read and write meanwhile.
   *
   * @param file where
   * @param replace whether to take the place of a file of that name that nobody has open
   * @throws FxdException if there is something of that name and it is not to be replaced, or cannot
   *     be; it is left as it is
   * @throws StoreException if the medium fails
   * @throws CancelledException if asked to stop; nothing is left behind
   */
  void copyTo(Path file, boolean replace, Progress progress, Cancellation cancellation);

  /**
   * Brings all that was committed to its final place: of a file, out of the log beside it. Nothing
   * is more durable thereafter than before, but the file can be copied by other means while nothing
   * is written. Does nothing if it is read-only.
   */
  void checkpoint();

  /**
   * Closes the store. What was acknowledged is in the file, and the file is complete by itself.
   * Closing again does nothing.
   */
  @Override
  void close();
}
