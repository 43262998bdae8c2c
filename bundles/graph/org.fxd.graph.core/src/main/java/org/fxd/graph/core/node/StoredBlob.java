package org.fxd.graph.core.node;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.DamagedContentException;

/**
 * Content in a store, or on the way to it.
 *
 * @param objects where
 * @param hash the SHA-256 of the content
 * @param size the number of bytes
 * @param opener how it is read
 */
record StoredBlob(
    ObjectReader objects, Hash hash, long size, Function<Hash, Optional<InputStream>> opener)
    implements Blob {
  @Override
  public InputStream open() {
    return opener
        .apply(hash)
        .orElseThrow(
            () ->
                new StoreException(
                    "The content " + hash.brief() + " is not in " + objects.place() + ".",
                    "If it was put into a transaction, that one was not committed."));
  }

  @Override
  public byte[] bytes() {
    try {
      return Blob.super.bytes();
    } catch (StoreException e) {
      throw e.getCause() instanceof DamagedContentException damage
          ? objects.damaged(hash, damage.reason(), damage)
          : e;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob blob && hash.equals(blob.hash());
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return hash.brief() + " (" + size + " bytes)";
  }
}
