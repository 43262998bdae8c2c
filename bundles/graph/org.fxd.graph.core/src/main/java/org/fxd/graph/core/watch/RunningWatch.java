package org.fxd.graph.core.watch;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.fxd.graph.api.watch.NodeChange;
import org.fxd.graph.api.watch.Watch;
import org.fxd.graph.api.watch.WatchEvent;
import org.fxd.graph.api.watch.WatchTarget;
import org.fxd.graph.api.watch.Watcher;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.delta.Deltas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watch. To the workspace it is an observer, so it has a queue of its own there, which folds,
 * and a thread while there is something to tell.
 */
final class RunningWatch implements Watch, Observer {
  private static final Logger LOG = LoggerFactory.getLogger(RunningWatch.class);

  private final String name;
  private final WatchTarget target;
  private final TargetDelta wanted;
  private final Deltas deltas;
  private final Watcher watcher;
  private final Consumer<RunningWatch> closing;
  private final AtomicLong failures = new AtomicLong();
  private final Beginning beginning;
  private volatile boolean closed;

  RunningWatch(
      String name,
      WatchTarget target,
      TargetDelta wanted,
      Deltas deltas,
      Watcher watcher,
      Consumer<RunningWatch> closing) {
    this.name = name;
    this.target = target;
    this.wanted = wanted;
    this.deltas = deltas;
    this.watcher = watcher;
    this.closing = closing;
    this.beginning = new Beginning();
  }

  /** From when on it is told. */
  Beginning beginning() {
    return beginning;
  }

  @Override
  public void changed(Workspace workspace, Change change) {
    beginning.since(change).ifPresent(this::tell);
  }

  private void tell(Change change) {
    try {
      List<NodeChange> nodes =
          closed ? List.of() : wanted.of(deltas.of(change.before().root(), change.after().root()));
      // Closing may come at any time, so this is asked as late as can be.
      if (!nodes.isEmpty() && !closed) {
        watcher.changed(new WatchEvent(change, nodes));
      }
    } catch (RuntimeException | Error failure) {
      failures.incrementAndGet();
      LOG.warn(
          "The watch '{}' failed at the change '{}'",
          name,
          change.operation().description(),
          failure);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public WatchTarget target() {
    return target;
  }

  @Override
  public long failures() {
    return failures.get();
  }

  @Override
  public void close() {
    closed = true;
    closing.accept(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
