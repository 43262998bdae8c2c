package org.fxd.graph.core.watch;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.watch.Watch;
import org.fxd.graph.api.watch.WatchTarget;
import org.fxd.graph.api.watch.Watcher;
import org.fxd.graph.api.watch.Watchers;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.delta.Deltas;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.workspace.Listeners;

/** The watches of one project. Costs nothing while there are none. */
public final class ProjectWatchers implements Watchers, AutoCloseable {
  private final Workspace workspace;
  private final Listeners<Observer> observers;
  private final Finder finder;
  private final Projectors projectors;
  private final Deltas deltas;
  private final Set<RunningWatch> running = ConcurrentHashMap.newKeySet();
  private final AtomicLong order = new AtomicLong();
  private volatile boolean closed;

  /**
   * The watches of a project.
   *
   * @param observers who is told of changes
   * @param finder of that project
   */
  public ProjectWatchers(
      Workspace workspace,
      Listeners<Observer> observers,
      Finder finder,
      Projectors projectors,
      Deltas deltas) {
    this.workspace = workspace;
    this.observers = observers;
    this.finder = finder;
    this.projectors = projectors;
    this.deltas = deltas;
  }

  @Override
  public Watch watch(String name, WatchTarget target, Watcher watcher) {
    RunningWatch watch =
        new RunningWatch(
            name,
            target,
            new TargetDelta(target, finder, projectors),
            deltas,
            watcher,
            this::forget);
    running.add(watch);
    try {
      watch.beginning().begin(workspace, () -> join(watch));
    } catch (RuntimeException e) {
      watch.close();
      throw e;
    }
    return watch;
  }

  private void join(RunningWatch watch) {
    if (closed) {
      throw new IllegalStateException("The project " + workspace.project() + " is closed");
    }
    observers.add(watch, 0, order.incrementAndGet(), Optional.of(workspace.project()));
  }

  private void forget(RunningWatch watch) {
    observers.remove(watch);
    running.remove(watch);
  }

  /** Ends all watches. */
  @Override
  public void close() {
    closed = true;
    running.forEach(RunningWatch::close);
  }
}
