package org.fxd.testkit;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.Facts;
import org.fxd.store.api.HashPrefix;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.RefWatcher;
import org.fxd.store.api.Store;

/** A store that does what another does. Tests override what is to be otherwise. */
public class StoreWrapper implements Store {
  private final Store store;

  /** A store that does what another does. */
  public StoreWrapper(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Path> file() {
    return store.file();
  }

  @Override
  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
    return store.get(hashes);
  }

  @Override
  public List<Hash> startingWith(HashPrefix prefix, ObjectType type, int most) {
    return store.startingWith(prefix, type, most);
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    return store.open(blob);
  }

  @Override
  public OptionalLong size(Hash blob) {
    return store.size(blob);
  }

  @Override
  public Optional<Hash> ref(String name) {
    return store.ref(name);
  }

  @Override
  public <T> T index(Function<IndexReader, T> query) {
    return store.index(query);
  }

  @Override
  public Batch begin() {
    return store.begin();
  }

  @Override
  public boolean isReadOnly() {
    return store.isReadOnly();
  }

  @Override
  public Lease lease(Collection<Hash> roots) {
    return store.lease(roots);
  }

  @Override
  public Collection<Hash> leased() {
    return store.leased();
  }

  @Override
  public RefWatch watch(RefWatcher watcher) {
    return store.watch(watcher);
  }

  @Override
  public Facts facts() {
    return store.facts();
  }

  @Override
  public Compaction compact() {
    return store.compact();
  }

  @Override
  public void check(
      boolean repair, Inspector inspector, Progress progress, Cancellation cancellation) {
    store.check(repair, inspector, progress, cancellation);
  }

  @Override
  public void copyTo(Path file, boolean replace, Progress progress, Cancellation cancellation) {
    store.copyTo(file, replace, progress, cancellation);
  }

  @Override
  public void checkpoint() {
    store.checkpoint();
  }

  @Override
  public void close() {
    store.close();
  }
}
