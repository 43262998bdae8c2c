package org.fxd.store.sqlite;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.Store;

/**
 * An open {@code .fxd} file.
 *
 * <p>Until the first batch the file is only read and stays as it is, to the byte. The first batch
 * turns it to a write-ahead log; closing turns it back.
 */
final class SqliteStore implements Store {
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

  private final Path file;
  private final Guard guard;
  private final Optional<Writer> writer;
  private final ReaderPool readers;
  private final ThreadPoolExecutor packers;
  private final Consumer<SqliteStore> whenClosed;
  private final Faults faults;

  /** The queries of the index that run now. */
  private final Set<IndexQuery> queries = ConcurrentHashMap.newKeySet();

  /** Readers share it; changing the journal and closing need it alone. */
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  /** Whoever has the permit has the open batch. */
  private final Semaphore turn = new Semaphore(1, true);

  /** Held for each step of a batch, so that closing does not come in between. Before the gate. */
  private final Object writing = new Object();

  private Optional<SqliteBatch> batch = Optional.empty();
  private boolean hasLog;
  private volatile boolean closed;

  /**
   * Takes over an open file.
   *
   * @param file the path as the user gave it
   * @param writer empty if the file can only be read
   * @param hasLog whether it is in write-ahead mode already, because it was not closed last time
   */
  SqliteStore(
      Path file,
      Guard guard,
      Optional<Writer> writer,
      ReaderPool readers,
      boolean hasLog,
      Consumer<SqliteStore> whenClosed) {
    this.file = file;
    this.guard = guard;
    this.writer = writer;
    this.readers = readers;
    this.hasLog = hasLog;
    this.whenClosed = whenClosed;
    this.faults = new Faults(file);
    this.packers = Packer.threads(String.valueOf(file.getFileName()));
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(file);
  }

  @Override
  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
    Set<Hash> wanted = new LinkedHashSet<>(hashes);
    Map<Hash, Lookup> answers = new LinkedHashMap<>();
    wanted.forEach(hash -> answers.put(hash, new Lookup.Absent()));
    for (Row row : read(reader -> reader.rows(wanted))) {
      answers.put(row.hash(), lookup(row));
    }
    return answers;
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    return read(reader -> reader.blob(blob))
        .map(row -> new BlobStream(file, blob, new Pieces(row, this::piece)));
  }

  @Override
  public OptionalLong size(Hash blob) {
    return read(reader -> reader.size(blob));
  }

  @Override
  public Optional<Hash> ref(String name) {
    return read(reader -> reader.ref(name));
  }

  @Override
  public <T> T index(Function<IndexReader, T> query) {
    IndexQuery running = startQuery();
    try {
      return query.apply(running);
    } finally {
      endQuery(running);
    }
  }

  @Override
  public Batch begin() {
    requireOpen();
    if (isReadOnly()) {
      throw new StoreException(
          "Cannot write to " + file + ": the file or its folder is read-only",
          "Copy the file to a folder that you may write to, and open the copy.");
    }
    turn.acquireUninterruptibly();
    boolean begun = false;
    try {
      synchronized (writing) {
        requireOpen();
        startLog();
        Writer connection = writer.orElseThrow();
        connection.begin();
        SqliteBatch next =
            new SqliteBatch(connection, new Packer(packers), faults, writing, this::ended);
        batch = Optional.of(next);
        begun = true;
        return next;
      }
    } catch (SQLException e) {
      throw faults.of("write to", e);
    } finally {
      if (!begun) {
        turn.release();
      }
    }
  }

  @Override
  public boolean isReadOnly() {
    return writer.isEmpty();
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
  public void close() {
    synchronized (writing) {
      batch.ifPresent(SqliteBatch::abandon);
      gate.writeLock().lock();
      try {
        if (closed) {
          return;
        }
        closed = true;
        packers.shutdown();
        closeFile();
      } catch (SQLException e) {
        throw new StoreException(
            faults.of("close", e).getMessage(),
            "Nothing that was saved is lost: keep the files whose names start with "
                + file.getFileName()
                + " together, and open the project again.",
            e);
      } finally {
        gate.writeLock().unlock();
      }
    }
  }

  /** Lets the file grow to so many pages and no further: a full disk, for tests. */
  void limit(long pages) throws SQLException {
    synchronized (writing) {
      writer.orElseThrow().limit(pages);
    }
  }

  /** The file goes back to being one file; whatever fails, the lock is let go last. */
  private void closeFile() throws SQLException {
    try {
      for (IndexQuery query : queries) {
        query.close();
      }
      readers.close();
      if (hasLog && writer.isPresent()) {
        writer.get().dropLog();
      }
    } finally {
      try {
        if (writer.isPresent()) {
          writer.get().close();
        }
      } finally {
        guard.close();
        whenClosed.accept(this);
      }
    }
  }

  private void startLog() throws SQLException {
    if (!hasLog) {
      gate.writeLock().lock();
      try {
        writer.orElseThrow().useLog();
        hasLog = true;
        for (IndexQuery query : queries) {
          query.pin();
        }
      } finally {
        gate.writeLock().unlock();
      }
    }
  }

  private IndexQuery startQuery() {
    return gated(
        () -> {
          Reader reader = readers.lend();
          IndexQuery query = new IndexQuery(reader, gate.readLock(), faults);
          boolean started = false;
          try {
            if (hasLog || isReadOnly()) {
              query.pin();
            }
            queries.add(query);
            started = true;
            return query;
          } finally {
            if (!started) {
              reader.close();
            }
          }
        });
  }

  private void endQuery(IndexQuery query) {
    gate.readLock().lock();
    try {
      queries.remove(query);
      Optional<Reader> reader = query.end();
      if (reader.isPresent()) {
        readers.takeBack(reader.get());
      }
    } catch (SQLException e) {
      throw faults.of("read", e);
    } finally {
      gate.readLock().unlock();
    }
  }

  /** The batch is committed or given up, and the next one may begin. */
  private void ended() {
    batch = Optional.empty();
    turn.release();
  }

  private Lookup lookup(Row row) {
    if (row.isCut() && row.encoded().size() > MAX_ARRAY) {
      throw new StoreException(
          "Cannot read the blob " + row.hash() + " in " + file + " at once: it is too large",
          "Read it as a stream.");
    }
    try {
      return new Lookup.Present(new Pieces(row, this::piece).all());
    } catch (DamagedException e) {
      return new Lookup.Corrupt(
          "In " + file + ", " + row.hash() + " is damaged: " + e.getMessage());
    }
  }

  private Optional<Encoded> piece(long value, int number) {
    return read(reader -> reader.piece(value, number));
  }

  private <T> T read(ReaderPool.Use<T> use) {
    return gated(() -> readers.use(use));
  }

  /** What is done while the file neither changes its journal nor closes. */
  @FunctionalInterface
  private interface Gated<T> {
    T run() throws SQLException, DamagedException;
  }

  private <T> T gated(Gated<T> work) {
    gate.readLock().lock();
    try {
      requireOpen();
      return work.run();
    } catch (SQLException e) {
      throw faults.of("read", e);
    } catch (DamagedException e) {
      throw faults.damaged(e.getMessage());
    } finally {
      gate.readLock().unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(file + " is closed");
    }
  }
}
