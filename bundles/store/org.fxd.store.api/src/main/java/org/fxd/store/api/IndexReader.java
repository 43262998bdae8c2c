package org.fxd.store.api;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A store's index as of one moment: a map from byte keys to byte values, sorted by keys as unsigned
 * byte strings. Belongs to the thread that was given it, until the function returns that it was
 * given to.
 */
@ProviderType
public interface IndexReader {
  /** The value of a key; may be empty bytes. */
  Optional<byte[]> get(byte[] key);

  /**
   * Tells the entries in a range, in order.
   *
   * @param from the first key
   * @param to the key behind the last; empty bytes for "to the end"
   * @param visitor told of each key and value, which must not be changed; returns whether to go on
   * @return false if the visitor stopped
   */
  boolean scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor);
}
