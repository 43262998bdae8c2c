package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.fxd.store.api.IndexReader;

/**
 * All that reads a file: every use is of one {@link Moment}. Readers share the gate; whoever
 * changes the journal or closes has it alone.
 */
final class Reading {
  private final ReaderPool readers;
  private final States states;
  private final Caches caches;
  private final Faults faults;
  private final Set<IndexQuery> queries = ConcurrentHashMap.newKeySet();
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  /** Queries are of one moment by themselves only while this is so; else someone else writes. */
  private boolean pinning;

  private volatile boolean closed;

  /**
   * Reads.
   *
   * @param pinning whether somebody may write by now
   */
  Reading(ReaderPool readers, States states, Caches caches, Faults faults, boolean pinning) {
    this.readers = readers;
    this.states = states;
    this.caches = caches;
    this.faults = faults;
    this.pinning = pinning;
  }

  /** What is done as of one moment. */
  @FunctionalInterface
  interface Use<T> {
    T at(Moment moment) throws SQLException, DamagedException;
  }

  /** What is done alone. */
  @FunctionalInterface
  interface Change {
    void run() throws SQLException;
  }

  /** Reads as of the moment that is now. */
  <T> T now(Use<T> use) {
    gate.readLock().lock();
    try {
      requireOpen();
      return readers.use(reader -> pinned(reader, use));
    } catch (SQLException e) {
      throw faults.of("read", e);
    } catch (DamagedException e) {
      throw faults.damaged(e.getMessage());
    } finally {
      gate.readLock().unlock();
    }
  }

  private <T> T pinned(Reader reader, Use<T> use) throws SQLException, DamagedException {
    while (true) {
      reader.pin();
      try {
        Optional<States.Known> known = states.at(reader);
        if (known.isPresent()) {
          return use.at(new Moment(reader, known.get(), caches));
        }
      } finally {
        reader.unpin();
      }
    }
  }

  /** Asks the index as of the moment that is now. */
  <T> T query(Function<IndexReader, T> query) {
    return query(query, states);
  }

  /** Asks the index as of the moment of some states. */
  <T> T query(Function<IndexReader, T> query, States states) {
    IndexQuery running = start(states);
    try {
      return query.apply(running.index());
    } finally {
      end(running);
    }
  }

  private IndexQuery start(States states) {
    gate.readLock().lock();
    try {
      requireOpen();
      Reader reader = readers.lend();
      boolean started = false;
      try {
        IndexQuery query = new IndexQuery(reader, gate.readLock(), faults);
        if (pinning) {
          query.pin();
        }
        Optional<States.Known> known = states.at(reader);
        while (known.isEmpty()) {
          query.pinAgain();
          known = states.at(reader);
        }
        query.of(new Moment(reader, known.get(), caches));
        queries.add(query);
        started = true;
        return query;
      } finally {
        if (!started) {
          reader.close();
        }
      }
    } catch (SQLException e) {
      throw faults.of("read", e);
    } catch (DamagedException e) {
      throw faults.damaged(e.getMessage());
    } finally {
      gate.readLock().unlock();
    }
  }

  private void end(IndexQuery query) {
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

  /** Does what makes that somebody writes from now on, alone; does nothing if it was done. */
  void startWriting(Change change) throws SQLException {
    gate.writeLock().lock();
    try {
      requireOpen();
      if (!pinning) {
        change.run();
        for (IndexQuery query : queries) {
          query.pin();
        }
        pinning = true;
      }
    } finally {
      gate.writeLock().unlock();
    }
  }

  /** Whether somebody may write by now. */
  boolean isWritten() {
    gate.readLock().lock();
    try {
      return pinning;
    } finally {
      gate.readLock().unlock();
    }
  }

  boolean isClosed() {
    return closed;
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(faults.file() + " is closed");
    }
  }

  /**
   * Ends all reading, then does something alone, and whatever comes of that, it stays closed.
   *
   * @return false if it was closed already: then nothing is done
   */
  boolean close(Change last) throws SQLException {
    gate.writeLock().lock();
    try {
      if (closed) {
        return false;
      }
      closed = true;
      try {
        for (IndexQuery query : queries) {
          query.close();
        }
        readers.close();
      } finally {
        last.run();
      }
      return true;
    } finally {
      gate.writeLock().unlock();
    }
  }
}
