package org.fxd.store.sqlite;

import java.io.InputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that writes to a file: the turns of batches, the line of everyday ones, the large ones that
 * write into the tables, and what gathers the former into the tables now and then.
 *
 * <p>Three things are held, always in this order: the turn (one batch at a time), the monitor of
 * this object (a step of a batch), the pen (a transaction of SQLite). The gate of {@link Reading}
 * is never entered with the pen, unless the monitor is held.
 */
final class Writing {
  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

  /** When so many transactions stand by themselves, or so many bytes, it is time to gather them. */
  private static final int MANY = 1000;

  private static final long MUCH = 2L << 20;

  /** Who closes a file leaves no more than this to be read with the next opening. */
  private static final int FEW = 64;

  private static final long LITTLE = 64L << 10;

  private final Writer writer;
  private final Pen pen;
  private final CommitLine line;
  private final Numbers numbers;
  private final Caches caches;
  private final Reading reading;
  private final RefWatches watches;
  private final StoredObjects objects;
  private final Faults faults;
  private final ThreadPoolExecutor packers;
  private final Background background;

  /** Whoever has the permit has the open batch. */
  private final Semaphore turn = new Semaphore(1, true);

  private Optional<SqliteBatch> batch = Optional.empty();
  private boolean compacting;
  private boolean closing;
  private volatile boolean closed;

  /**
   * Takes the writer over.
   *
   * @param name for the names of threads
   */
  Writing(
      Writer writer,
      Pen pen,
      CommitLine line,
      Numbers numbers,
      Caches caches,
      Reading reading,
      RefWatches watches,
      StoredObjects objects,
      Faults faults,
      String name) {
    this.writer = writer;
    this.pen = pen;
    this.line = line;
    this.numbers = numbers;
    this.caches = caches;
    this.reading = reading;
    this.watches = watches;
    this.objects = objects;
    this.faults = faults;
    this.packers = Packer.threads(name);
    this.background = new Background("fxd-gather " + name);
  }

  CommitLine line() {
    return line;
  }

  Reading reading() {
    return reading;
  }

  Numbers numbers() {
    return numbers;
  }

  Pen pen() {
    return pen;
  }

  /** Where what is to be written is compressed. */
  Executor threads() {
    return packers;
  }

  /** For whoever has the pen. */
  Writer writer() {
    return writer;
  }

  Caches caches() {
    return caches;
  }

  Faults faults() {
    return faults;
  }

  /** Opens a blob that is in the store, sealed or durable. */
  Optional<InputStream> open(Hash blob) {
    return objects.open(blob);
  }

  /** Begins a batch when its turn comes. */
  Batch begin() {
    takeTurn();
    boolean begun = false;
    try {
      synchronized (this) {
        requireOpen();
        startLog();
        if (line.count() >= 4 * MANY || line.weight() >= 4 * MUCH) {
          gather();
        }
        SqliteBatch next = new SqliteBatch(new BatchDesk(this), faults);
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

  /** Waits until no batch is open; none begins before {@link #giveTurnBack()}. */
  void takeTurn() {
    turn.acquireUninterruptibly();
  }

  void giveTurnBack() {
    turn.release();
  }

  /**
   * Goes over to the log now: whoever reads for long would else let the first who writes wait, and
   * with them all who want to read. If that fails, whoever writes will hear of it.
   */
  synchronized void expectWriters() {
    try {
      startLog();
    } catch (SQLException e) {
      LOG.debug("{} cannot be written to now", faults.file(), e);
    }
  }

  private void startLog() throws SQLException {
    if (!reading.isWritten()) {
      reading.startWriting(
          () -> {
            pen.take();
            try {
              writer.useLog();
            } finally {
              pen.giveBack();
            }
          });
    }
  }

  /** The open batch has ended. */
  void ended() {
    synchronized (this) {
      batch = Optional.empty();
    }
    turn.release();
    if (line.count() >= MANY || line.weight() >= MUCH) {
      background.run(this::tidy);
    }
  }

  /** Begins no batch any more, and gives the open one up for its owner, who will find it so. */
  synchronized void abandon() {
    closing = true;
    batch.ifPresent(SqliteBatch::close);
  }

  private void requireOpen() {
    reading.requireOpen();
    if (closing) {
      throw new IllegalStateException(faults.file() + " is closed");
    }
  }

  /** In the background: what fails here fails again where someone hears of it. */
  private void tidy() {
    try {
      gather();
      new RunMerging(this).run();
    } catch (StoreException | IllegalStateException e) {
      if (!reading.isClosed()) {
        LOG.warn("What was written last could not be gathered; it is safe as it is", e);
      }
    }
  }

  /** Makes all in line durable and gathers what stands by itself. */
  void gather() {
    pen.take();
    try {
      if (!closed) {
        line.flush();
        gatherDurable();
      }
    } catch (SQLException e) {
      throw faults.of("write to", e);
    } catch (DamagedException e) {
      throw faults.damaged(e.getMessage());
    } finally {
      pen.giveBack();
    }
    watches.tell();
  }

  private void gatherDurable() throws SQLException, DamagedException {
    State before = line.durable();
    List<LooseTransaction> some = line.upTo(before);
    if (some.isEmpty()) {
      return;
    }
    boolean done = false;
    writer.begin();
    try {
      TableWrite write = write(before);
      Map<String, Hash> refs = new HashMap<>();
      for (LooseTransaction transaction : some) {
        for (LooseObject object : transaction.objects()) {
          write.put(object.type(), object.hash(), object.bytes());
        }
        refs.putAll(transaction.refs());
      }
      write.index(before.index());
      writer.deleteTransactions(before.last());
      State after = write.finish(refs);
      writer.commit();
      done = true;
      line.rebase(after, before.last());
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  /** A change of what stands where that is none of what is stored. */
  @FunctionalInterface
  interface Change {
    /**
     * Makes it in the writer's open transaction.
     *
     * @return the state thereafter, or the same if nothing was changed
     */
    State from(State durable) throws SQLException, DamagedException;
  }

  /** Changes what stands where; takes the pen. */
  void change(Change change) {
    pen.take();
    boolean done = false;
    try {
      if (closed) {
        throw new IllegalStateException(faults.file() + " is closed");
      }
      State before = line.durable();
      writer.begin();
      State after = change.from(before);
      writer.setEpoch(after.epoch());
      writer.commit();
      done = true;
      line.rebase(after, 0);
    } catch (SQLException e) {
      throw faults.of("write to", e);
    } catch (DamagedException e) {
      throw faults.damaged(e.getMessage());
    } finally {
      if (!done) {
        rollback();
      }
      pen.giveBack();
    }
  }

  /** Takes the pen, gathers, and begins a transaction for a large batch. */
  TableWrite grow() throws SQLException, DamagedException {
    pen.take();
    boolean done = false;
    try {
      line.flush();
      gatherDurable();
      writer.begin();
      TableWrite write = write(line.durable());
      done = true;
      return write;
    } finally {
      if (!done) {
        rollback();
        pen.giveBack();
      }
    }
  }

  /** Commits a large batch. If that fails, it is to be given up; if not, {@link #committed}. */
  void commit(State after, List<RefChange> refs) throws SQLException {
    writer.commit();
    line.rebase(after, after.last());
    refs.forEach(ref -> watches.moved(ref.name(), ref.expected(), ref.next()));
  }

  /** Gives the pen back after a commit. */
  void committed(State after) {
    pen.giveBack();
    watches.tell();
    if (after.objectRuns().size() > 1 || after.indexRuns().size() > 1) {
      background.run(this::tidy);
    }
  }

  /** Gives a large batch up, and the pen back. */
  void undo() {
    try {
      rollback();
    } finally {
      pen.giveBack();
    }
  }

  private TableWrite write(State state) {
    return new TableWrite(
        writer, new Packer(packers), numbers, state, Moment.frames(writer.reader(), state, caches));
  }

  void rollback() {
    try {
      writer.rollback();
    } catch (SQLException e) {
      // The failure that brought us here is the one to tell; SQLite undoes the rest when it opens.
      LOG.warn("Could not roll back", e);
    }
  }

  /** Begins to make the file small. */
  Compaction compact() {
    synchronized (this) {
      reading.requireOpen();
      if (compacting) {
        throw new StoreException(
            "Cannot make " + faults.file() + " small: someone is at it already",
            "Wait until that has ended.");
      }
      compacting = true;
    }
    boolean done = false;
    try {
      // So that it is in the log mode, and nobody has to wait for it later.
      begin().close();
      SqliteCompaction compaction = new SqliteCompaction(this, this::compacted);
      done = true;
      return compaction;
    } finally {
      if (!done) {
        compacted();
      }
    }
  }

  private synchronized void compacted() {
    compacting = false;
  }

  /** Gives so many free pages back to the system. */
  void vacuum(int pages) {
    pen.take();
    try {
      writer.vacuum(pages);
    } catch (SQLException e) {
      throw faults.of("write to", e);
    } finally {
      pen.giveBack();
    }
  }

  /** Brings all into the file itself, as far as readers let it. */
  void checkpoint() {
    gather();
    pen.take();
    try {
      if (reading.isWritten()) {
        writer.checkpoint();
      }
    } catch (SQLException e) {
      throw faults.of("write to", e);
    } finally {
      pen.giveBack();
    }
  }

  /** The last thing to do: nobody reads any more. */
  void close() throws SQLException {
    boolean written = reading.isWritten();
    pen.take();
    try {
      closed = true;
      background.close();
      line.flush();
      if (line.count() > FEW || line.weight() > LITTLE) {
        gatherForTheLastTime();
      }
      if (written && !writer.dropLog()) {
        LOG.info("Another process reads {}; the log stays beside it", faults.file());
      }
    } finally {
      packers.shutdown();
      try {
        writer.close();
      } finally {
        pen.giveBack();
      }
    }
  }

  private void gatherForTheLastTime() {
    try {
      gatherDurable();
    } catch (SQLException | DamagedException e) {
      LOG.warn("What was written last could not be gathered; it is safe as it is", e);
    }
  }

  /** Lets the file grow to so many pages and no further: a full disk, for tests. */
  void limit(long pages) throws SQLException {
    pen.take();
    try {
      writer.limit(pages);
    } finally {
      pen.giveBack();
    }
  }
}
