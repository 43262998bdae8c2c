package org.fxd.testkit;

import java.nio.file.Path;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;

/** A provider of one store: whatever is created or opened is that one. */
public final class OneStore implements StoreProvider {
  private final Store store;

  /** A provider of this store. */
  public OneStore(Store store) {
    this.store = store;
  }

  @Override
  public Store create(Path file) {
    return store;
  }

  @Override
  public Store open(Path file) {
    return store;
  }

  @Override
  public Store openToRead(Path file) {
    return store;
  }

  @Override
  public Lease hold(Path file) {
    return () -> {};
  }
}
