package org.fxd.testkit;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;
import org.fxd.store.api.Store;

/**
 * A store that does what another does, counts, and fails when told to: at the n-th write from now,
 * once, as a full disk would. Reads are counted and do not fail.
 */
public final class FaultyStore extends StoreWrapper {
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger objects = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger(-1);

  /** A store that does what another does, for now. */
  public FaultyStore(Store store) {
    super(store);
  }

  /**
   * Lets the n-th write from now fail (1 is the next). Puts, references and seals are writes, and
   * so is all that a compaction packs, and its end.
   */
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
  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
    reads.addAndGet(hashes.size());
    return super.get(hashes);
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    reads.incrementAndGet();
    return super.open(blob);
  }

  @Override
  public Batch begin() {
    return new FaultyBatch(super.begin());
  }

  @Override
  public Compaction compact() {
    return new FaultyCompaction(super.compact());
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

  private final class FaultyCompaction implements Compaction {
    private final Compaction compaction;

    FaultyCompaction(Compaction compaction) {
      this.compaction = compaction;
    }

    @Override
    public boolean keep(Hash hash) {
      return compaction.keep(hash);
    }

    @Override
    public void pack(ObjectType type, List<Hash> versions) {
      write();
      compaction.pack(type, versions);
    }

    @Override
    public void pack(ObjectType type, long lineage, Hash object) {
      write();
      compaction.pack(type, lineage, object);
    }

    @Override
    public Outcome finish(Runnable rest) {
      write();
      return compaction.finish(rest);
    }

    @Override
    public void close() {
      compaction.close();
    }
  }
}
