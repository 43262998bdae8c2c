package org.fxd.store.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens {@code .fxd} files. SQLite itself is loaded with the first one, so that starting costs
 * nothing; when the bundle stops, the files that are still open are closed.
 */
@Component(property = StoreProvider.TYPE + "=" + StoreProvider.FILE)
public final class SqliteStoreProvider implements StoreProvider {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteStoreProvider.class);

  private final Set<SqliteStore> stores = ConcurrentHashMap.newKeySet();
  private final Opener opener;
  private final Creator creator;
  private final Salvage salvage;

  /**
   * A provider of its own.
   *
   * @param context asked for {@code org.sqlite.tmpdir}, the folder for SQLite's native library, and
   *     for {@code fxd.store.durability}, {@code full} or {@code normal}; may be null outside a
   *     framework
   */
  @Activate
  public SqliteStoreProvider(BundleContext context) {
    this(context, Tap.NONE);
  }

  /**
   * A provider in which someone listens.
   *
   * @param tap given each connection that writes
   */
  SqliteStoreProvider(BundleContext context, Tap tap) {
    Runnable libraryLoader = () -> NativeLibrary.load(property(context, NativeLibrary.FOLDER));
    Durability durability = Durability.of(property(context, Durability.PROPERTY));
    this.opener = new Opener(libraryLoader, durability, tap, stores::remove);
    this.creator = new Creator(opener, libraryLoader, tap);
    this.salvage = new Salvage(libraryLoader, creator, tap);
  }

  @Override
  public Store create(Path file) {
    return remember(creator.create(file));
  }

  @Override
  public Store open(Path file) {
    return remember(opener.open(file));
  }

  /** Closes what is still open. */
  @Deactivate
  void close() {
    for (SqliteStore store : List.copyOf(stores)) {
      try {
        store.close();
      } catch (StoreException e) {
        // The others are to be closed all the same, and nobody is left to be told.
        LOG.error("A project was not closed as it should", e);
      }
    }
  }

  /** A framework's property, which falls back on the system's. */
  private static String property(BundleContext context, String name) {
    return context == null ? System.getProperty(name) : context.getProperty(name);
  }

  private Store remember(SqliteStore store) {
    stores.add(store);
    return store;
  }

  @Override
  public Store open(Path file, Progress progress) {
    return remember(opener.open(file, progress));
  }

  @Override
  public Store openToRead(Path file) {
    return remember(opener.openToRead(file));
  }

  @Override
  public Lease hold(Path file) {
    return Hold.of(Opener.pathToHold(file));
  }

  @Override
  public Store open(Path file, Lease hold, Progress progress) {
    Hold held = (Hold) hold;
    return remember(held.open(guard -> opener.open(file, held.file(), guard, progress)));
  }

  @Override
  public Path salvage(
      Path file, Inspector inspector, Progress progress, Cancellation cancellation) {
    return salvage.run(file, inspector, progress, cancellation);
  }
}
