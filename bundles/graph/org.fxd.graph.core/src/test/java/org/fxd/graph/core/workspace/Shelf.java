package org.fxd.graph.core.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.DamagedStoreException;
import org.fxd.store.api.HeldException;
import org.fxd.store.api.Lease;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.RefWatcher;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.FaultyStore;
import org.fxd.testkit.StoreWrapper;

/**
 * Stores whose files hold nothing but a number, so that they can be moved and opened again; what is
 * in them is in memory. Several processes are several providers {@linkplain #another() of one
 * shelf}.
 */
final class Shelf implements StoreProvider {
  private final Map<String, FaultyStore> stores;
  private final AtomicInteger last;
  private final Set<Path> open = new HashSet<>();
  private int failing;

  /** What a store to read is told of, if a test tells it itself. */
  RefWatcher watcher;

  /** What is done when a store to read is asked for its reference; the answer is the one before. */
  Runnable whenAsked;

  /** Whether stores can only be read, since what every opening needs is damaged. */
  boolean damaged;

  Shelf() {
    this(new HashMap<>(), new AtomicInteger());
  }

  private Shelf(Map<String, FaultyStore> stores, AtomicInteger last) {
    this.stores = stores;
    this.last = last;
  }

  /** The same stores, as another process sees them. */
  Shelf another() {
    return new Shelf(stores, last);
  }

  /** Lets the n-th write to the next store that is created fail. */
  void failAtWrite(int n) {
    failing = n;
  }

  @Override
  public Store create(Path file) {
    String number = String.valueOf(last.incrementAndGet());
    try {
      Files.writeString(file, number, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FaultyStore store = new FaultyStore(new MemoryStores().create(file));
    if (failing > 0) {
      store.failAtWrite(failing);
      failing = 0;
    }
    stores.put(number, store);
    return lent(store, file, false);
  }

  @Override
  public Store open(Path file) {
    if (damaged) {
      throw new DamagedStoreException(file + " is damaged", "salvage it", true);
    }
    return lent(store(file), file, false);
  }

  @Override
  public Store openToRead(Path file) {
    return lent(store(file), file, true);
  }

  @Override
  public Lease hold(Path file) {
    if (!open.add(file)) {
      throw new HeldException(file + " is held", "wait", true);
    }
    return () -> open.remove(file);
  }

  private FaultyStore store(Path file) {
    try {
      FaultyStore store = stores.get(Files.readString(file));
      if (store == null) {
        throw new StoreException(file + " is no project");
      }
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Store lent(FaultyStore store, Path file, boolean toRead) {
    return new Lent(store, file, toRead, hold(file));
  }

  /** One that stays when it is closed. */
  private final class Lent extends StoreWrapper {
    private final Path file;
    private final boolean toRead;
    private final Lease hold;

    Lent(Store store, Path file, boolean toRead, Lease hold) {
      super(store);
      this.file = file;
      this.toRead = toRead;
      this.hold = hold;
    }

    @Override
    public Optional<Path> file() {
      return Optional.of(file);
    }

    @Override
    public boolean isReadOnly() {
      return toRead;
    }

    @Override
    public Batch begin() {
      if (toRead) {
        throw new AssertionError("nothing is begun in a store that is read");
      }
      return super.begin();
    }

    @Override
    public RefWatch watch(RefWatcher told) {
      if (toRead && whenAsked != null) {
        watcher = told;
        return () -> watcher = null;
      }
      return super.watch(told);
    }

    @Override
    public Optional<Hash> ref(String name) {
      Optional<Hash> before = super.ref(name);
      if (toRead && whenAsked != null) {
        whenAsked.run();
      }
      return before;
    }

    @Override
    public void copyTo(Path to, boolean replace, Progress progress, Cancellation cancellation) {
      throw new AssertionError("the provider's own way is tested with the provider");
    }

    @Override
    public void close() {
      hold.close();
    }
  }
}
