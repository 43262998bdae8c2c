package org.fxd.graph.core.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store's file that gets its name when it is whole and on the disk. Nobody else has the name
 * meanwhile.
 */
final class NewFile {
  private static final Logger LOG = LoggerFactory.getLogger(NewFile.class);

  /** What may stand beside a store's file that was not closed. */
  private static final List<String> BESIDE = List.of("", "-wal", "-shm", "-journal");

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
      removeDraft();
      try (Store store = stores.create(draft)) {
        content.accept(store);
      }
      sync(draft, StandardOpenOption.WRITE);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolder();
    } catch (IOException e) {
      throw new StoreException("Cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      removeDraft();
    }
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private void syncFolder() {
    try {
      sync(file.getParent(), StandardOpenOption.READ);
    } catch (IOException e) {
      LOG.debug("The folder of {} cannot be synced; not every system can", file, e);
    }
  }

  private void removeDraft() {
    for (String suffix : BESIDE) {
      Path path = draft.resolveSibling(draft.getFileName() + suffix);
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        LOG.warn("{} could not be removed; it is of no use", path, e);
      }
    }
  }
}
