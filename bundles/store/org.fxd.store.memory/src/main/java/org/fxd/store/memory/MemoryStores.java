package org.fxd.store.memory;

import java.nio.file.Path;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.osgi.service.component.annotations.Component;

/** Makes stores in memory. The path is ignored: every store is a new one. */
@Component(property = StoreProvider.TYPE + "=" + StoreProvider.MEMORY)
public final class MemoryStores implements StoreProvider {
  @Override
  public Store create(Path file) {
    return new MemoryStore();
  }

  @Override
  public Store open(Path file) {
    throw new NotFoundException(
        "A project in memory cannot be opened again: it was gone when it was closed.",
        "Create a new one.");
  }

  @Override
  public Store openToRead(Path file) {
    return open(file);
  }

  /** There is no file to be held. */
  @Override
  public Lease hold(Path file) {
    return () -> {};
  }
}
