package org.fxd.store.memory;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
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
import org.fxd.store.api.Pending;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.RefWatcher;
import org.fxd.store.api.Store;

/**
 * Objects in a sorted map, references and index in immutable ones that are replaced together.
 * Readers take no lock; the writer's turn and what is sealed are guarded by this object's monitor.
 *
 * <p>Nothing here is ever durable; a batch that is sealed shows to readers when someone awaits it
 * or one after it, so that whoever takes "sealed" for "durable" is found out here already.
 */
final class MemoryStore implements Store {
  private final NavigableMap<Hash, StoredObject> objects = new ConcurrentSkipListMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final Leases leases = new Leases();
  private final Moves moves = new Moves();
  private final Queue<SealedBatch> line = new ArrayDeque<>();
  private volatile Committed shown = Committed.NOTHING;
  private volatile boolean closed;
  private Committed sealed = Committed.NOTHING;
  private Object writing;
  private MemoryCompaction compacting;

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
      StoredObject object = objects.get(hash);
      answers.put(hash, object == null ? new Lookup.Absent() : new Lookup.Present(object.bytes()));
    }
    return answers;
  }

  @Override
  public List<Hash> startingWith(HashPrefix prefix, ObjectType type, int most) {
    checkOpen();
    return objects.subMap(prefix.lowest(), true, prefix.highest(), true).entrySet().stream()
        .filter(entry -> entry.getValue().type() == type)
        .map(Map.Entry::getKey)
        .limit(most)
        .toList();
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    checkOpen();
    return Optional.ofNullable(objects.get(blob))
        .map(object -> new ByteArrayInputStream(object.bytes()));
  }

  @Override
  public OptionalLong size(Hash blob) {
    checkOpen();
    StoredObject object = objects.get(blob);
    return object == null ? OptionalLong.empty() : OptionalLong.of(object.bytes().length);
  }

  @Override
  public Optional<Hash> ref(String name) {
    checkOpen();
    return Optional.ofNullable(shown.refs().get(name));
  }

  @Override
  public <T> T index(Function<IndexReader, T> query) {
    checkOpen();
    return query.apply(shown.index());
  }

  @Override
  public Batch begin() {
    MemoryBatch batch = new MemoryBatch(this);
    takeTurn(batch);
    return batch;
  }

  @Override
  public boolean isReadOnly() {
    checkOpen();
    return false;
  }

  @Override
  public Lease lease(Collection<Hash> roots) {
    checkOpen();
    return leases.lease(roots);
  }

  @Override
  public Collection<Hash> leased() {
    checkOpen();
    return leases.roots();
  }

  @Override
  public RefWatch watch(RefWatcher watcher) {
    checkOpen();
    return moves.watch(watcher);
  }

  /** Here the room is what the objects have in bytes; nothing is ever free or not gathered. */
  @Override
  public Facts facts() {
    checkOpen();
    return new Facts(bytes.get(), 0, objects.size(), 0);
  }

  @Override
  public synchronized Compaction compact() {
    checkOpen();
    if (compacting != null) {
      throw new StoreException(
          "This project is being compacted already.", "Wait until that has ended.");
    }
    compacting = new MemoryCompaction(this);
    return compacting;
  }

  @Override
  public void check(
      boolean repair, Inspector inspector, Progress progress, Cancellation cancellation) {
    checkOpen();
    progress.phase("checking objects", objects.size());
    objects.forEach(
        (hash, object) -> {
          cancellation.check();
          progress.advance(1);
          if (Hash.ofContent(object.bytes()).equals(hash)) {
            inspector.object(object.type(), hash, object.bytesUnlessBlob());
          } else {
            String what = "The object " + hash + " does not have the content of that hash.";
            inspector.problem(new Inspector.Problem(what, Optional.empty()));
          }
        });
    shown.refs().forEach(inspector::ref);
  }

  @Override
  public void copyTo(Path file, boolean replace, Progress progress, Cancellation cancellation) {
    checkOpen();
    throw new FxdException(
        FxdException.Category.FAILED,
        "A project in memory has no file of which " + file + " could be a copy.",
        "Create a project in a file, and bring the content there.",
        null);
  }

  @Override
  public void checkpoint() {
    checkOpen();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      writing = null;
      objects.clear();
      line.clear();
      shown = Committed.NOTHING;
      sealed = Committed.NOTHING;
      notifyAll();
    }
    moves.close();
    leases.close();
  }

  /** As references and index are when all that is sealed is shown. */
  synchronized Committed sealed() {
    return sealed;
  }

  /** Does all that a batch wants, or nothing; ends the batch. */
  synchronized Pending seal(
      MemoryBatch batch,
      Map<Hash, StoredObject> written,
      List<MemoryBatch.RefChange> changes,
      List<IndexEdit> edits) {
    checkOpen();
    sealed = sealed.with(changes, edits);
    written.forEach(
        (hash, object) -> {
          if (objects.putIfAbsent(hash, object) == null) {
            bytes.addAndGet(object.bytes().length);
          }
        });
    SealedBatch pending = new SealedBatch(sealed);
    line.add(pending);
    end(batch);
    return pending;
  }

  /**
   * Drops all objects but some.
   *
   * @param kept tells which, while nobody writes and nobody takes a lease
   */
  Compaction.Outcome retain(MemoryCompaction compaction, Supplier<Set<Hash>> kept) {
    takeTurn(compaction);
    try {
      show(null);
      // Who takes a lease meanwhile waits, and finds out then what is there.
      synchronized (leases) {
        Set<Hash> all = kept.get();
        long before = bytes.get();
        List<Hash> gone = new ArrayList<>(objects.keySet());
        gone.removeIf(all::contains);
        gone.forEach(hash -> bytes.addAndGet(-objects.remove(hash).bytes().length));
        return new Compaction.Outcome(objects.size(), gone.size(), before, bytes.get());
      }
    } finally {
      end(compaction);
    }
  }

  /** Gives the turn to whoever waits. */
  synchronized void end(Object writer) {
    if (writing == writer) {
      writing = null;
      notifyAll();
    }
  }

  /** Lets another compaction begin. */
  synchronized void release(MemoryCompaction compaction) {
    if (compacting == compaction) {
      compacting = null;
    }
  }

  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("This store is closed");
    }
  }

  private synchronized void takeTurn(Object writer) {
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
    writing = writer;
  }

  /** Shows what is sealed, in its order: all of it, or up to one. */
  private void show(SealedBatch last) {
    // Batches are shown in the order in which watchers are told of them.
    synchronized (moves) {
      SealedBatch next = null;
      do {
        Committed before = shown;
        synchronized (this) {
          checkOpen();
          next = last != null && last.isShown ? null : line.poll();
          if (next != null) {
            shown = next.result;
            next.isShown = true;
          }
        }
        if (next != null) {
          moves.tell(Committed.between(before, next.result));
        }
      } while (next != null);
    }
  }

  /** A batch that stands in line. */
  private final class SealedBatch implements Pending {
    private final Committed result;
    private boolean isShown;

    SealedBatch(Committed result) {
      this.result = result;
    }

    @Override
    public void await() {
      show(this);
    }
  }
}
