package org.fxd.graph.core.workspace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Workspace;

/** Tells the observers of one project. */
final class Announcements {
  private final Observers observers;
  private final Workspace workspace;
  private final IdentityHashMap<Observer, ObserverQueue> queues = new IdentityHashMap<>();

  Announcements(Observers observers, Workspace workspace) {
    this.observers = observers;
    this.workspace = workspace;
  }

  /** Queues a change for every observer that there is now. */
  synchronized void tell(Change change) {
    List<Observer> now = observers.listeners().of(workspace.project());
    forgetRemoved();
    for (Observer observer : now) {
      queues
          .computeIfAbsent(observer, key -> new ObserverQueue(observers, workspace, key))
          .offer(change);
    }
  }

  private synchronized List<ObserverQueue> queues() {
    forgetRemoved();
    return new ArrayList<>(queues.values());
  }

  private void forgetRemoved() {
    var present = observers.listeners().all();
    queues
        .entrySet()
        .removeIf(
            queue -> {
              boolean gone = !present.contains(queue.getKey());
              if (gone) {
                queue.getValue().drop();
              }
              return gone;
            });
  }

  /** Waits until observers have been told of every change so far. */
  boolean await(long nanos) throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    IdentityHashMap<ObserverQueue, Long> counts = new IdentityHashMap<>();
    for (ObserverQueue queue : queues()) {
      counts.put(queue, queue.offered());
    }
    for (Map.Entry<ObserverQueue, Long> count : counts.entrySet()) {
      if (!count.getKey().await(count.getValue(), deadline)) {
        return false;
      }
    }
    return true;
  }

  /** Tells nobody anything more. */
  synchronized void close() {
    queues.values().forEach(ObserverQueue::drop);
    queues.clear();
  }
}
