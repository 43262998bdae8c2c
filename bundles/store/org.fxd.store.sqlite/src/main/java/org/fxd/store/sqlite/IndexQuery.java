package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.BiPredicate;
import org.fxd.store.api.IndexReader;

/**
 * The index as one query sees it. It has a reader of its own until it ends, and holds the store's
 * gate only while it reads, not while the caller thinks: so neither the first batch, which needs
 * the file to itself for a moment, nor closing waits for it.
 *
 * <p>What makes it one moment is a read transaction, once there is a log. Before that there is
 * none, since it would keep the log from being made; and none is needed, since nobody writes. When
 * the first batch makes the log, it {@linkplain #pin pins} the queries that run.
 */
final class IndexQuery implements IndexReader {
  /** Many questions have few answers; those that have many get them in larger pages. */
  private static final int FIRST_PAGE = 16;

  private static final int LARGEST_PAGE = 1024;

  private final Reader reader;
  private final Lock gate;
  private final Faults faults;
  private boolean pinned;
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

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SQLException, DamagedException;
  }

  @Override
  public Optional<byte[]> get(byte[] key) {
    return ask(() -> reader.indexValue(key));
  }

  @Override
  public boolean scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
    // Page by page, since the visitor may ask this reader other questions meanwhile.
    IndexPage page = ask(() -> reader.indexPage(from, true, to, FIRST_PAGE));
    int size = FIRST_PAGE;
    while (true) {
      for (IndexRow row : page.rows()) {
        if (!visitor.test(row.key(), row.value())) {
          return false;
        }
      }
      if (page.isLast()) {
        return true;
      }
      byte[] last = page.rows().get(page.rows().size() - 1).key();
      size = Math.min(4 * size, LARGEST_PAGE);
      int most = size;
      page = ask(() -> reader.indexPage(last, false, to, most));
    }
  }

  /** Keeps this query at the moment that is now; with the gate, for the first time. */
  void pin() throws SQLException {
    reader.pin();
    pinned = true;
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
      sound = true;
    } finally {
      if (!sound) {
        reader.close();
      }
    }
    return Optional.of(reader);
  }

  /** Ends the query because the store closes, with the whole gate. */
  void close() throws SQLException {
    closed = true;
    reader.close();
  }

  private <T> T ask(Question<T> question) {
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
      throw faults.of("read", e);
    } catch (DamagedException e) {
      throw faults.damaged(e.getMessage());
    } finally {
      gate.unlock();
    }
  }
}
