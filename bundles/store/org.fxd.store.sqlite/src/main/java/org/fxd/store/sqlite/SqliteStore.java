package org.fxd.store.sqlite;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
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
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.RefWatcher;
import org.fxd.store.api.Store;

/**
 * An open {@code .fxd} file.
 *
 * <p>Until the first batch the file is only read and stays as it is, to the byte. The first batch
 * turns it to a write-ahead log; closing turns it back.
 */
final class SqliteStore implements Store {
  private final Path file;
  private final Faults faults;
  private final Reading reading;
  private final StoredObjects objects;
  private final Optional<Writing> writing;
  private final RefWatches watches;
  private final Copying copying;
  private final Consumer<SqliteStore> whenClosed;
  private final Optional<RefPolling> polling;
  private final Leases leases = new Leases();

  /**
   * Takes over an open file.
   *
   * @param writing empty if the file can only be read
   * @param whenClosed lets go of the file; told last, once
   */
  SqliteStore(
      Faults faults,
      Reading reading,
      StoredObjects objects,
      Optional<Writing> writing,
      RefWatches watches,
      Copying copying,
      Consumer<SqliteStore> whenClosed) {
    this.file = faults.file();
    this.faults = faults;
    this.reading = reading;
    this.objects = objects;
    this.writing = writing;
    this.watches = watches;
    this.copying = copying;
    this.whenClosed = whenClosed;
    this.polling =
        writing.isPresent()
            ? Optional.empty()
            : Optional.of(new RefPolling(reading, watches, String.valueOf(file.getFileName())));
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(file);
  }

  @Override
  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
    return objects.get(hashes);
  }

  @Override
  public List<Hash> startingWith(HashPrefix prefix, ObjectType type, int most) {
    return objects.startingWith(prefix, type, most);
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    return objects.open(blob);
  }

  @Override
  public OptionalLong size(Hash blob) {
    return objects.size(blob);
  }

  @Override
  public Optional<Hash> ref(String name) {
    return reading.now(moment -> moment.ref(name));
  }

  @Override
  public <T> T index(Function<IndexReader, T> query) {
    return reading.query(query);
  }

  @Override
  public Batch begin() {
    return writing().begin();
  }

  @Override
  public boolean isReadOnly() {
    return writing.isEmpty();
  }

  @Override
  public Lease lease(Collection<Hash> roots) {
    reading.requireOpen();
    return leases.take(roots);
  }

  @Override
  public Collection<Hash> leased() {
    reading.requireOpen();
    return leases.roots();
  }

  @Override
  public RefWatch watch(RefWatcher watcher) {
    reading.requireOpen();
    polling.ifPresent(RefPolling::start);
    return watches.add(watcher);
  }

  @Override
  public Facts facts() {
    return reading.now(
        moment -> {
          Reader reader = moment.reader();
          long page = reader.pragma("page_size");
          long gathered =
              moment.state().objectRuns().stream().mapToLong(run -> run.entries()).sum();
          return new Facts(
              page * reader.pragma("page_count"),
              page * reader.pragma("freelist_count"),
              gathered + writing.map(its -> its.line().objects()).orElse(0L),
              reader.count("transactions", StateReading.MOST_TRANSACTIONS));
        });
  }

  @Override
  public Compaction compact() {
    return writing().compact();
  }

  @Override
  public void check(
      boolean repair, Inspector inspector, Progress progress, Cancellation cancellation) {
    writing.ifPresent(Writing::expectWriters);
    if (!repair) {
      new Repair(Optional.empty(), inspect(false, inspector, progress, cancellation), inspector)
          .run();
      return;
    }
    requireWritable();
    HeldProblems problems = new HeldProblems(inspector);
    if (!inspect(false, problems, progress, cancellation).needsRepair()) {
      problems.tell();
      return;
    }
    // What comes meanwhile would be missing in what is made anew, so nothing may come.
    writing().takeTurn();
    try {
      writing().gather();
      Inspection inspection = inspect(true, inspector, progress, cancellation);
      new Repair(writing, inspection, inspector).run();
    } finally {
      writing().giveTurnBack();
    }
  }

  private Inspection inspect(
      boolean repair, Inspector inspector, Progress progress, Cancellation cancellation) {
    return reading.now(
        moment -> {
          Inspection inspection = new Inspection(moment, inspector, progress, cancellation);
          inspection.run(repair);
          return inspection;
        });
  }

  @Override
  public void copyTo(Path target, boolean replace, Progress progress, Cancellation cancellation) {
    reading.requireOpen();
    copying.copy(target, replace, progress, cancellation);
  }

  @Override
  public void checkpoint() {
    reading.requireOpen();
    writing.ifPresent(Writing::checkpoint);
  }

  @Override
  public void close() {
    writing.ifPresent(Writing::abandon);
    polling.ifPresent(RefPolling::close);
    try {
      if (reading.close(this::closeFile)) {
        watches.close();
      }
    } catch (SQLException e) {
      throw new StoreException(
          faults.of("close", e).getMessage(),
          "Nothing that was saved is lost: keep the files whose names start with "
              + file.getFileName()
              + " together, and open the project again.",
          e);
    }
  }

  /** The file goes back to being one file; whatever fails, the lock is let go last. */
  private void closeFile() throws SQLException {
    try {
      if (writing.isPresent()) {
        writing.get().close();
      }
    } finally {
      whenClosed.accept(this);
    }
  }

  /** Lets the file grow to so many pages and no further: a full disk, for tests. */
  void limit(long pages) throws SQLException {
    writing().limit(pages);
  }

  private void requireWritable() {
    writing();
  }

  private Writing writing() {
    reading.requireOpen();
    return writing.orElseThrow(
        () ->
            new StoreException(
                "Cannot write to " + file + ": it is open only to be read",
                "Copy the file to a folder that you may write to, and open the copy."));
  }
}
