package org.fxd.store.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A promise of a store that some objects, and all that they lead to, stay until it is {@linkplain
 * #close() given back}, whatever else is collected. Safe for use by any number of threads. It does
 * not outlast the store.
 */
@ProviderType
public interface Lease extends AutoCloseable {
  /** Gives the lease back. Again: does nothing. */
  @Override
  void close();
}
