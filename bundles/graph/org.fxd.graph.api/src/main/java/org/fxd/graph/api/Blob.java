package org.fxd.graph.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Content of any size, named by the SHA-256 of its bytes and read when needed.
 *
 * <p>Two blobs are the same when their hashes are. Implementations are safe for use by any number
 * of threads.
 */
@ProviderType
public interface Blob {
  /** The SHA-256 of the content. */
  Hash hash();

  /** The number of bytes. */
  long size();

  /**
   * Reads the content from its start.
   *
   * @return a new stream; the caller closes it
   * @throws StoreException if the store cannot give the content
   */
  InputStream open();

  /**
   * The whole content.
   *
   * @return a new array
   * @throws StoreException if the store cannot give the content, or it is larger than an array
   */
  default byte[] bytes() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (OutOfMemoryError e) {
      throw new StoreException(
          "Cannot read the content "
              + hash().brief()
              + " at once: there is no memory for its "
              + size()
              + " bytes",
          "Give the program more memory (java -Xmx).",
          e);
    } catch (IOException e) {
      throw new StoreException("Cannot read the content " + hash().brief(), e);
    }
  }

  /**
   * A blob held in memory.
   *
   * @param content copied
   */
  static Blob of(byte[] content) {
    byte[] copy = content.clone();
    Hash hash = Hash.ofContent(copy);
    return new Blob() {
      @Override
      public Hash hash() {
        return hash;
      }

      @Override
      public long size() {
        return copy.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(copy);
      }

      @Override
      public byte[] bytes() {
        return copy.clone();
      }

      @Override
      public String toString() {
        return hash.brief() + " (" + copy.length + " bytes)";
      }
    };
  }
}
