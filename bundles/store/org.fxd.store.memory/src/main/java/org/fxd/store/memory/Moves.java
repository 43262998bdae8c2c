package org.fxd.store.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.RefWatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells watchers how references move. Guarded by its own monitor, also while it tells. */
final class Moves {
  private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

  /** One move of a reference. */
  record Move(String name, Hash before, Hash after) {}

  private final Set<Watch> watches = new LinkedHashSet<>();
  private final Deque<Move> waiting = new ArrayDeque<>();
  private boolean telling;

  synchronized RefWatch watch(RefWatcher watcher) {
    Watch watch = new Watch(watcher);
    watches.add(watch);
    return watch;
  }

  /**
   * Tells all who watch now. A watcher that moves a reference itself is told when all know this.
   */
  synchronized void tell(List<Move> moves) {
    waiting.addAll(moves);
    if (telling) {
      return;
    }
    telling = true;
    try {
      while (!waiting.isEmpty()) {
        Move move = waiting.poll();
        List.copyOf(watches).forEach(watch -> watch.tell(move));
      }
    } finally {
      telling = false;
    }
  }

  synchronized void close() {
    watches.clear();
    waiting.clear();
  }

  private final class Watch implements RefWatch {
    private final RefWatcher watcher;

    Watch(RefWatcher watcher) {
      this.watcher = watcher;
    }

    void tell(Move move) {
      if (watches.contains(this)) {
        try {
          watcher.moved(move.name(), move.before(), move.after());
        } catch (RuntimeException e) {
          LOG.warn("Who watches the reference '{}' failed", move.name(), e);
        }
      }
    }

    @Override
    public void close() {
      synchronized (Moves.this) {
        watches.remove(this);
      }
    }
  }
}
