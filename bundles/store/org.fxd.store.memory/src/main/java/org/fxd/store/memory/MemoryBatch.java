package org.fxd.store.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;

/** Gathers what is to be written, and hands it over at once. */
final class MemoryBatch implements Batch {
  /** Which reference, what it must hold, and what it will hold. */
  record RefChange(String name, Hash expected, Hash next) {}

  private final MemoryStore store;
  private final Map<Hash, StoredObject> written = new LinkedHashMap<>();
  private final List<RefChange> refs = new ArrayList<>();
  private final List<IndexEdit> index = new ArrayList<>();
  private boolean done;

  MemoryBatch(MemoryStore store) {
    this.store = store;
  }

  @Override
  public void put(ObjectType type, Hash hash, byte[] bytes) {
    checkOpen();
    written.putIfAbsent(hash, new StoredObject(type, bytes));
  }

  @Override
  public Stored putBlob(InputStream in) {
    checkOpen();
    try {
      byte[] bytes = in.readAllBytes();
      Hash hash = Hash.ofContent(bytes);
      written.putIfAbsent(hash, new StoredObject(ObjectType.BLOB, bytes));
      return new Stored(hash, bytes.length);
    } catch (IOException e) {
      throw new StoreException("Cannot read the content to be stored: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    checkOpen();
    StoredObject object = written.get(blob);
    return object == null
        ? store.open(blob)
        : Optional.of(new ByteArrayInputStream(object.bytes()));
  }

  @Override
  public void ref(String name, Hash expected, Hash next) {
    checkOpen();
    checkName(name);
    refs.add(new RefChange(name, expected, next));
  }

  private static void checkName(String name) {
    CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    if (!encoder.canEncode(name) || name.getBytes(StandardCharsets.UTF_8).length > MAX_REF_NAME) {
      throw new IllegalArgumentException(
          "A reference's name is text of at most " + MAX_REF_NAME + " bytes");
    }
  }

  @Override
  public void index(byte[] key, byte[] value) {
    checkOpen();
    if (key.length == 0 || key.length > MAX_INDEX_KEY) {
      throw new IllegalArgumentException(
          "A key of the index has 1 to " + MAX_INDEX_KEY + " bytes, not " + key.length);
    }
    index.add(new IndexEdit(key, value));
  }

  @Override
  public <T> T readIndex(Function<IndexReader, T> query) {
    checkOpen();
    return query.apply(store.sealed().index());
  }

  @Override
  public Pending seal() {
    checkOpen();
    try {
      return store.seal(this, written, refs, IndexEdit.inOrder(index));
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    if (!done) {
      done = true;
      written.clear();
      refs.clear();
      index.clear();
      store.end(this);
    }
  }

  private void checkOpen() {
    store.checkOpen();
    if (done) {
      throw new IllegalStateException("This batch is committed or closed");
    }
  }
}
