package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether references moved, in a file that another process may write to. SQLite
 * tells nobody of what others commit, so there is no other way. Nothing runs before the first
 * watch.
 */
final class RefPolling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RefPolling.class);
  private static final long PAUSE_MILLIS = 200;

  private final Reading reading;
  private final RefWatches watches;
  private final String name;
  private Map<String, Hash> known = Map.of();
  private Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Looks at nothing yet.
   *
   * @param name for the name of the thread
   */
  RefPolling(Reading reading, RefWatches watches, String name) {
    this.reading = reading;
    this.watches = watches;
    this.name = name;
  }

  /** Begins to look, if that was not begun. What moves from now on is told. */
  synchronized void start() {
    if (thread == null && closed.getCount() > 0) {
      known = reading.now(RefPolling::refs);
      thread = new Thread(this::run, "fxd-follow " + name);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    while (pause()) {
      try {
        look();
      } catch (StoreException e) {
        LOG.debug("Could not look whether references moved; tried again soon", e);
      } catch (IllegalStateException e) {
        LOG.debug("The store was closed meanwhile", e);
        return;
      }
    }
  }

  /** Waits a little; false if it is closed. */
  private boolean pause() {
    try {
      return !closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void look() {
    Map<String, Hash> now = reading.now(RefPolling::refs);
    if (!now.equals(known)) {
      TreeSet<String> names = new TreeSet<>(known.keySet());
      names.addAll(now.keySet());
      for (String each : names) {
        watches.moved(each, known.getOrDefault(each, Hash.ZERO), now.getOrDefault(each, Hash.ZERO));
      }
      known = now;
      watches.tell();
    }
  }

  private static Map<String, Hash> refs(Moment moment) throws SQLException, DamagedException {
    Map<String, Hash> refs = new HashMap<>();
    moment.reader().refs(refs::put);
    refs.putAll(moment.state().refs());
    refs.values().removeIf(Hash.ZERO::equals);
    return refs;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
