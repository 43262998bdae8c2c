package org.fxd.store.sqlite;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.RefWatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is told of references that move. Moves are {@linkplain #moved noted} in their order, and told
 * by whoever comes next, without any lock of the store: who is told may use the store.
 */
final class RefWatches {
  private static final Logger LOG = LoggerFactory.getLogger(RefWatches.class);

  private record Move(String name, Hash before, Hash after) {}

  private final List<Watching> watchers = new CopyOnWriteArrayList<>();
  private final Queue<Move> moves = new ConcurrentLinkedQueue<>();
  private final ReentrantLock telling = new ReentrantLock();

  boolean isEmpty() {
    return watchers.isEmpty();
  }

  RefWatch add(RefWatcher watcher) {
    Watching watching = new Watching(watcher);
    watchers.add(watching);
    return watching;
  }

  /** Notes a move; to be called in the order of the moves. */
  void moved(String name, Hash before, Hash after) {
    if (!watchers.isEmpty() && !before.equals(after)) {
      moves.add(new Move(name, before, after));
    }
  }

  /** Tells what was noted, unless someone else is telling: then that one goes on to this. */
  void tell() {
    while (!moves.isEmpty() && !telling.isHeldByCurrentThread() && telling.tryLock()) {
      try {
        for (Move move = moves.poll(); move != null; move = moves.poll()) {
          for (Watching watching : watchers) {
            watching.tell(move);
          }
        }
      } finally {
        telling.unlock();
      }
    }
  }

  /** Tells nobody anything more. */
  void close() {
    watchers.clear();
    moves.clear();
  }

  private final class Watching implements RefWatch {
    private final RefWatcher watcher;

    Watching(RefWatcher watcher) {
      this.watcher = watcher;
    }

    void tell(Move move) {
      if (!watchers.contains(this)) {
        return;
      }
      try {
        watcher.moved(move.name, move.before, move.after);
      } catch (RuntimeException e) {
        LOG.error("A watcher of the reference {} failed", move.name, e);
      }
    }

    @Override
    public void close() {
      watchers.remove(this);
      telling.lock();
      try {
        // Nothing is to be done with the lock: but whoever was telling this one has ended.
        LOG.trace("A watcher is told no more");
      } finally {
        telling.unlock();
      }
    }
  }
}
