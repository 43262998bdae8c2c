package org.fxd.graph.core.former;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;

/**
 * A batch of a store that is still in memory. As long as it writes to the index only, it stays
 * there: looking for something writes what was found, and is no change. The first thing else has
 * the store migrate, and the batch goes on in the file.
 */
final class MigratingBatch implements Batch {
  private final MigratingStore store;
  private final List<Edit> edits = new ArrayList<>();
  private Batch batch;
  private boolean moved;

  /** An entry of the index, so that it can be written again. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Edit(byte[] key, byte[] value) {}

  MigratingBatch(MigratingStore store, Batch batch) {
    this.store = store;
    this.batch = batch;
  }

  private Batch moved() {
    if (!moved) {
      moved = true;
      try (Batch inMemory = batch) {
        batch = store.migrate(inMemory).begin();
      }
      edits.forEach(edit -> batch.index(edit.key(), edit.value()));
      edits.clear();
    }
    return batch;
  }

  @Override
  public void put(ObjectType type, Hash hash, byte[] bytes) {
    moved().put(type, hash, bytes);
  }

  @Override
  public Stored putBlob(InputStream in) {
    return moved().putBlob(in);
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    return batch.open(blob);
  }

  @Override
  public void ref(String name, Hash expected, Hash next) {
    moved().ref(name, expected, next);
  }

  @Override
  public void index(byte[] key, byte[] value) {
    batch.index(key, value);
    if (!moved) {
      edits.add(new Edit(key, value));
    }
  }

  @Override
  public <T> T readIndex(Function<IndexReader, T> query) {
    return batch.readIndex(query);
  }

  @Override
  public Pending seal() {
    return batch.seal();
  }

  @Override
  public void close() {
    batch.close();
  }
}
