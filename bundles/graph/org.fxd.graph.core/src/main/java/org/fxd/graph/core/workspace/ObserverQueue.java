package org.fxd.graph.core.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one observer is still to be told of one project, in order. It has a thread only while there
 * is something to tell.
 */
final class ObserverQueue {
  /** How many changes wait before they are folded. */
  static final int CAPACITY = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(ObserverQueue.class);

  private final Observers threads;
  private final Workspace workspace;
  private final Observer observer;
  private final Deque<Change> waiting = new ArrayDeque<>();
  private boolean running;
  private boolean dropped;
  private long offered;
  private long told;

  ObserverQueue(Observers threads, Workspace workspace, Observer observer) {
    this.threads = threads;
    this.workspace = workspace;
    this.observer = observer;
  }

  /** Puts a change at the end; if there is no room, it is folded into the one before it. */
  synchronized void offer(Change change) {
    if (dropped) {
      return;
    }
    offered += change.count();
    if (waiting.size() == CAPACITY) {
      waiting.addLast(fold(waiting.removeLast(), change));
    } else {
      waiting.addLast(change);
    }
    if (!running) {
      running = true;
      try {
        threads.run(this::tellAll);
      } catch (RejectedExecutionException closing) {
        LOG.debug("{} is told nothing more: all is closing", observer.getClass().getName());
        drop();
      }
    }
  }

  private static Change fold(Change first, Change next) {
    return new Change(first.before(), next.after(), next.operation(), first.count() + next.count());
  }

  /** Forgets what waits; the observer hears nothing more. */
  synchronized void drop() {
    dropped = true;
    running = false;
    waiting.clear();
    notifyAll();
  }

  /** How many operations were offered so far. */
  synchronized long offered() {
    return offered;
  }

  /** Waits until the observer has been told of so many operations. */
  synchronized boolean await(long count, long deadline) throws InterruptedException {
    while (told < count && !dropped) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private void tellAll() {
    Change change = next(0);
    while (change != null) {
      try {
        observer.changed(workspace, change);
      } catch (RuntimeException | Error failure) {
        LOG.warn(
            "The observer {} failed at the change '{}'",
            observer.getClass().getName(),
            change.operation().description(),
            failure);
      }
      change = next(change.count());
    }
  }

  /** Counts what was told and takes the next change; null if there is none. */
  private synchronized Change next(long count) {
    told += count;
    notifyAll();
    Change change = waiting.pollFirst();
    if (change == null) {
      running = false;
    }
    return change;
  }
}
