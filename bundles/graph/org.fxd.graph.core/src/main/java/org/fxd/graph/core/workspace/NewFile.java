package org.fxd.graph.core.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.core.former.Disk;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;

/**
 * A store's file that gets its name when it is whole and on the disk. Nobody else has the name
 * meanwhile.
 */
final class NewFile {
  private final StoreProvider stores;
  private final Path file;
  private final Path draft;

  /**
   * Makes nothing yet.
   *
   * @param file absolute; what is there is replaced
   */
  NewFile(StoreProvider stores, Path file) {
    this.stores = stores;
    this.file = file;
    this.draft = file.resolveSibling(file.getFileName() + ".saving");
  }

  /**
   * Makes it.
   *
   * @param content is given the empty store
   */
  void fill(Consumer<Store> content) {
    try (Lease hold = stores.hold(file)) {
      Disk.removeDraft(draft);
      try (Store store = stores.create(draft)) {
        content.accept(store);
      }
      Disk.sync(draft);
      Disk.replace(file, draft);
    } catch (IOException e) {
      throw new StoreException("Cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      Disk.removeDraft(draft);
    }
  }
}
