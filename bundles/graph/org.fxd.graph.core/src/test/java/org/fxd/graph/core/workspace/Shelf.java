package org.fxd.graph.core.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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
import org.fxd.store.api.HeldException;
import org.fxd.store.api.Lease;
import org.fxd.store.api.RefWatcher;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.FaultyStore;

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

  /** One that stays when it is closed. */
  private Store lent(FaultyStore store, Path file, boolean toRead) {
    Lease hold = hold(file);
    return (Store)
        Proxy.newProxyInstance(
            Shelf.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "file":
                  return Optional.of(file);
                case "close":
                  hold.close();
                  return null;
                case "isReadOnly":
                  return toRead;
                case "begin":
                  if (toRead) {
                    throw new AssertionError("nothing is begun in a store that is read");
                  }
                  break;
                case "watch":
                  if (toRead && whenAsked != null) {
                    watcher = (RefWatcher) arguments[0];
                    return (org.fxd.store.api.RefWatch) () -> watcher = null;
                  }
                  break;
                case "ref":
                  if (toRead && whenAsked != null) {
                    Optional<Hash> before = store.ref((String) arguments[0]);
                    whenAsked.run();
                    return before;
                  }
                  break;
                case "copyTo":
                  throw new AssertionError("the provider's own way is tested with the provider");
                default:
                  break;
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
