package org.fxd.store.sqlite.crash;

import java.nio.file.Path;
import java.util.Collection;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.sqlite.Tapped;
import org.fxd.testkit.file.WatchedFiles;

/** Acts one after the other, from the making of a file on, each with an opening and a closing. */
final class Play {
  private Play() {}

  /** Is told of each step by which something on the disk is changed, before it is taken. */
  @FunctionalInterface
  interface Steps {
    void before(String step);
  }

  /** Plays acts on {@code x.fxd} in a folder. */
  static void play(Path folder, Ledger ledger, Collection<Act> acts, Steps steps) {
    StoreProvider provider = Tapped.provider((sql, connection) -> steps.before(sql));
    Path file =
        WatchedFiles.watched(
            folder.resolve("x.fxd"),
            (change, path) -> steps.before(change + ' ' + path.getFileName()));
    provider.create(file).close();
    for (Act act : acts) {
      try (Store store = provider.open(file)) {
        act.play(new Stage(store, file, ledger));
      }
    }
    steps.before("the end");
  }
}
