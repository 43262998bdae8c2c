package org.fxd.testkit;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.Facts;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.RefWatcher;
import org.fxd.store.api.Store;

/**
 * A store that does what another does, counts, and fails when told to: at the n-th write from now,
 * once, as a full disk would. Reads are counted and do not fail.
 */
public final class FaultyStore implements Store {
  private final Store store;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger objects = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger(-1);

  /** A store that does what another does, for now. */
  public FaultyStore(Store store) {
    this.store = store;
  }

  /** Lets the n-th write from now fail (1 is the next). Puts, references and seals are writes. */
  public void failAtWrite(int n) {
    left.set(n);
  }

  /** How many objects were asked for so far. */
  public int reads() {
    return reads.get();
  }

  /** How many writes there were so far. */
  public int writes() {
    return writes.get();
  }

  /** How many objects were put so far. */
  public int objects() {
    return objects.get();
  }

  private void write() {
    writes.incrementAndGet();
    if (left.get() > 0 && left.decrementAndGet() == 0) {
      left.set(-1);
      throw new StoreException("No space left on the device (a test wants it so).");
    }
  }

  @Override
  public Optional<Path> file() {
    return store.file();
  }

  @Override
  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
    reads.addAndGet(hashes.size());
    return store.get(hashes);
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    reads.incrementAndGet();
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
    return new FaultyBatch(store.begin());
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

  private final class FaultyBatch implements Batch {
    private final Batch batch;

    FaultyBatch(Batch batch) {
      this.batch = batch;
    }

    @Override
    public void put(ObjectType type, Hash hash, byte[] bytes) {
      write();
      objects.incrementAndGet();
      batch.put(type, hash, bytes);
    }

    @Override
    public Stored putBlob(InputStream in) {
      write();
      objects.incrementAndGet();
      return batch.putBlob(in);
    }

    @Override
    public Optional<InputStream> open(Hash blob) {
      reads.incrementAndGet();
      return batch.open(blob);
    }

    @Override
    public void ref(String name, Hash expected, Hash next) {
      write();
      batch.ref(name, expected, next);
    }

    @Override
    public void index(byte[] key, byte[] value) {
      write();
      batch.index(key, value);
    }

    @Override
    public <T> T readIndex(Function<IndexReader, T> query) {
      return batch.readIndex(query);
    }

    @Override
    public Pending seal() {
      write();
      return batch.seal();
    }

    @Override
    public void close() {
      batch.close();
    }
  }
}
