package org.fxd.store.api;

import org.osgi.annotation.versioning.ProviderType;

/** A {@link RefWatcher} that is told of moves until this is closed, or its store is. */
@ProviderType
public interface RefWatch extends AutoCloseable {
  /** Tells it no more. When this returns on another thread, it is not being called any more. */
  @Override
  void close();
}
