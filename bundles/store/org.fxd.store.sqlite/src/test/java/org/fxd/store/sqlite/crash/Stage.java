package org.fxd.store.sqlite.crash;

import java.nio.file.Path;
import org.fxd.store.api.Store;

/** Where an {@link Act} is played: an open store, its file, and who remembers what was done. */
record Stage(Store store, Path file, Ledger ledger) {
  /** Another file, to which copies are written. */
  Path copy() {
    return file.resolveSibling("copy.fxd");
  }
}
