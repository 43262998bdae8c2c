package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.fxd.store.api.IndexReader;
import org.fxd.store.sqlite.sorted.SortedReader;

/**
 * The index as one query sees it. It has a reader of its own until it ends, and holds the store's
 * gate only while it reads, not while the caller thinks: so neither the first batch, which needs
 * the file to itself for a moment, nor closing waits for it.
 *
 * <p>What makes it one moment is a read transaction, once there is a log. Before that there is
 * none, since it would keep the log from being made; and none is needed, since nobody writes. When
 * the first batch makes the log, it {@linkplain #pin pins} the queries that run.
 */
final class IndexQuery {
  private final Reader reader;
  private final Lock gate;
  private final Faults faults;
  private IndexReader index;
  private boolean pinned;
  private boolean failed;
  private boolean closed;
  private boolean ended;

  /**
   * A query that nothing is asked of yet.
   *
   * @param gate held while reading
   */
  IndexQuery(Reader reader, Lock gate, Faults faults) {
    this.reader = reader;
    this.gate = gate;
    this.faults = faults;
  }

  Reader reader() {
    return reader;
  }

  /** The moment that the query is of; with the gate, once. */
  void of(Moment moment) {
    index = new SortedReader(moment.index(), this::ask);
  }

  /** The index, to be asked until the query ends. */
  IndexReader index() {
    return index;
  }

  /** Keeps this query at the moment that is now; with the gate, for the first time. */
  void pin() throws SQLException {
    reader.pin();
    pinned = true;
  }

  /** Goes to the moment that is now. */
  void pinAgain() throws SQLException {
    if (pinned) {
      reader.unpin();
      reader.pin();
    }
  }

  /** Ends the query because its function has returned, with the gate. Gives the reader back. */
  Optional<Reader> end() throws SQLException {
    ended = true;
    if (closed) {
      return Optional.empty();
    }
    boolean sound = false;
    try {
      if (pinned) {
        reader.unpin();
      }
      sound = !failed;
    } finally {
      if (!sound) {
        reader.close();
      }
    }
    return sound ? Optional.of(reader) : Optional.empty();
  }

  /** Ends the query because the store closes, with the whole gate. */
  void close() throws SQLException {
    closed = true;
    reader.close();
  }

  private <T> T ask(SortedReader.Question<T> question) {
    gate.lock();
    try {
      if (ended) {
        throw new IllegalStateException("The query that this index was given to has ended");
      }
      if (closed) {
        throw new IllegalStateException(faults.file() + " is closed");
      }
      return question.ask();
    } catch (SQLException e) {
      // The driver closes a statement that fails: this reader is of no use to others.
      failed = true;
      throw faults.of("read", e);
    } catch (DamagedException e) {
      throw faults.damaged(e.getMessage());
    } finally {
      gate.unlock();
    }
  }
}
