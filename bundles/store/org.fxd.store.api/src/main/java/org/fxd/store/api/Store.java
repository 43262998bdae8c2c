package org.fxd.store.api;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
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
   * Reads a blob as a stream, without holding all of it in memory. The stream fails with an {@link
   * java.io.IOException} at its end if the content does not have the hash.
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
   * Begins to write. One batch is open at a time; others wait for it.
   *
   * @throws StoreException if the store is read-only
   */
  Batch begin();

  /** Whether it can be written to. */
  boolean isReadOnly();

  /**
   * Closes the store. What was acknowledged is in the file, and the file is complete by itself.
   * Closing again does nothing.
   */
  @Override
  void close();
}
