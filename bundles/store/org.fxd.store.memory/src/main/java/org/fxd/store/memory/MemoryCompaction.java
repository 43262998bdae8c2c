package org.fxd.store.memory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.ObjectType;

/**
 * Marks what is kept, and lets the store drop the rest. There is nothing to be packed in memory,
 * but it holds whoever packs to what others rely on.
 */
final class MemoryCompaction implements Compaction {
  private final MemoryStore store;
  private final Set<Hash> kept = new HashSet<>();
  private final Set<Hash> packed = new HashSet<>();
  private boolean done;

  MemoryCompaction(MemoryStore store) {
    this.store = store;
  }

  @Override
  public boolean keep(Hash hash) {
    checkOpen();
    return kept.add(hash);
  }

  @Override
  public void pack(ObjectType type, long lineage, Hash object) {
    pack(type, List.of(object));
  }

  @Override
  public void pack(ObjectType type, List<Hash> versions) {
    checkOpen();
    for (Hash version : versions) {
      if (!kept.contains(version)) {
        throw new IllegalArgumentException("Only what is kept can be packed, not " + version);
      }
      if (!packed.add(version)) {
        throw new IllegalArgumentException("An object is packed once: " + version);
      }
    }
  }

  @Override
  public Outcome finish(Runnable rest) {
    checkOpen();
    return store.retain(
        this,
        () -> {
          rest.run();
          done = true;
          return kept;
        });
  }

  @Override
  public void close() {
    done = true;
    kept.clear();
    packed.clear();
    store.release(this);
  }

  private void checkOpen() {
    store.checkOpen();
    if (done) {
      throw new IllegalStateException("This compaction is finished or closed");
    }
  }
}
