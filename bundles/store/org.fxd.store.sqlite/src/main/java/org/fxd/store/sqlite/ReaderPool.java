package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/**
 * The readers of a store, opened when they are needed and kept. As many threads read at the same
 * time as the machine can make use of; more than that wait for each other, never for the writer.
 */
final class ReaderPool implements AutoCloseable {
  private static final int MIN_READERS = 4;

  private final Connector connector;
  private final int most = Math.max(MIN_READERS, Runtime.getRuntime().availableProcessors());
  private final Semaphore permits = new Semaphore(most);
  private final Deque<Reader> idle = new ArrayDeque<>();

  ReaderPool(Connector connector) {
    this.connector = connector;
  }

  /** What is done with a reader. */
  @FunctionalInterface
  interface Use<T> {
    T with(Reader reader) throws SQLException, DamagedException;
  }

  /** Lends a reader for one use. A reader that failed is not used again. */
  <T> T use(Use<T> use) throws SQLException, DamagedException {
    permits.acquireUninterruptibly();
    try {
      Reader reader = take();
      boolean sound = false;
      try {
        T result = use.with(reader);
        sound = true;
        return result;
      } finally {
        giveBack(reader, sound);
      }
    } finally {
      permits.release();
    }
  }

  /**
   * Lends a reader for as long as a query takes. Queries are not counted: what a query does
   * meanwhile may need further readers, so queries that wait for each other might wait for ever.
   */
  Reader lend() throws SQLException {
    return take();
  }

  /** Takes back what was {@linkplain #lend lent}, to be lent again. */
  void takeBack(Reader reader) throws SQLException {
    giveBack(reader, true);
  }

  /** Closes the readers. None is in use: the store sees to that. */
  @Override
  public void close() throws SQLException {
    synchronized (idle) {
      while (!idle.isEmpty()) {
        idle.pop().close();
      }
    }
  }

  private Reader take() throws SQLException {
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return new Reader(connector.reader());
  }

  private void giveBack(Reader reader, boolean sound) throws SQLException {
    synchronized (idle) {
      if (sound && idle.size() < most) {
        idle.push(reader);
        return;
      }
    }
    reader.close();
  }
}
