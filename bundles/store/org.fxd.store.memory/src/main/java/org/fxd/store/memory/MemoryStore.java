package org.fxd.store.memory;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.Store;

/**
 * Objects in a map, references and index in immutable ones that are replaced together. Readers take
 * no lock; the writer's turn and the moment of a commit are guarded by this object's monitor.
 */
final class MemoryStore implements Store {
  private final Map<Hash, byte[]> objects = new ConcurrentHashMap<>();
  private volatile Committed committed = Committed.NOTHING;
  private volatile boolean closed;
  private MemoryBatch writing;

  /** What the last commit left; one reference, so that nobody sees half of a commit. */
  private record Committed(Map<String, Hash> refs, MemoryIndex index) {
    static final Committed NOTHING = new Committed(Map.of(), MemoryIndex.EMPTY);
  }

  @Override
  public Optional<Path> file() {
    checkOpen();
    return Optional.empty();
  }

  @Override
  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
    checkOpen();
    Map<Hash, Lookup> answers = new LinkedHashMap<>();
    for (Hash hash : hashes) {
      byte[] bytes = objects.get(hash);
      answers.put(hash, bytes == null ? new Lookup.Absent() : new Lookup.Present(bytes));
    }
    return answers;
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    checkOpen();
    return Optional.ofNullable(objects.get(blob)).map(ByteArrayInputStream::new);
  }

  @Override
  public OptionalLong size(Hash blob) {
    checkOpen();
    byte[] bytes = objects.get(blob);
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
  }

  @Override
  public Optional<Hash> ref(String name) {
    checkOpen();
    return Optional.ofNullable(committed.refs.get(name));
  }

  @Override
  public <T> T index(Function<IndexReader, T> query) {
    checkOpen();
    return query.apply(committed.index);
  }

  @Override
  public synchronized Batch begin() {
    checkOpen();
    while (writing != null) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException("Stopped while waiting to write; nothing was changed.", e);
      }
      checkOpen();
    }
    writing = new MemoryBatch(this);
    return writing;
  }

  @Override
  public boolean isReadOnly() {
    checkOpen();
    return false;
  }

  @Override
  public org.fxd.store.api.Lease lease(Collection<Hash> roots) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Collection<Hash> leased() {
    throw new UnsupportedOperationException();
  }

  @Override
  public org.fxd.store.api.RefWatch watch(org.fxd.store.api.RefWatcher watcher) {
    throw new UnsupportedOperationException();
  }

  @Override
  public org.fxd.store.api.Facts facts() {
    throw new UnsupportedOperationException();
  }

  @Override
  public org.fxd.store.api.Compaction compact() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void check(
      boolean repair,
      org.fxd.store.api.Inspector inspector,
      org.fxd.graph.api.task.Progress progress,
      org.fxd.graph.api.task.Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void copyTo(
      Path target,
      boolean replace,
      org.fxd.graph.api.task.Progress progress,
      org.fxd.graph.api.task.Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkpoint() {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized void close() {
    closed = true;
    writing = null;
    objects.clear();
    committed = Committed.NOTHING;
    notifyAll();
  }

  /** Does all that a batch wants, or nothing. */
  synchronized void accept(
      MemoryBatch batch,
      Map<Hash, byte[]> written,
      List<MemoryBatch.RefChange> changes,
      List<IndexEdit> edits) {
    checkOpen();
    Map<String, Hash> moved = new HashMap<>(committed.refs);
    for (MemoryBatch.RefChange change : changes) {
      Hash held = moved.getOrDefault(change.name(), Hash.ZERO);
      if (!held.equals(change.expected())) {
        throw new ConflictException(
            "The reference '" + change.name() + "' changed meanwhile; nothing was written.");
      }
      moved.put(change.name(), change.next());
    }
    moved.values().removeIf(Hash.ZERO::equals);
    written.forEach(objects::putIfAbsent);
    committed = new Committed(Map.copyOf(moved), committed.index.with(edits));
    end(batch);
  }

  /** Gives the turn to whoever waits. */
  synchronized void end(MemoryBatch batch) {
    if (writing == batch) {
      writing = null;
      notifyAll();
    }
  }

  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("This store is closed");
    }
  }
}
