package org.fxd.graph.core.upkeep;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.upkeep.CollectReport;
import org.fxd.graph.api.upkeep.Upkeep;
import org.fxd.graph.core.links.KnownLinks;
import org.fxd.graph.core.workspace.ProjectWorkspace;

/** Keeps one open project. */
public final class ProjectUpkeep implements Upkeep {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ReentrantLock lock = new ReentrantLock();
  private final ProjectWorkspace workspace;
  private final KnownLinks links;
  private final Clock clock;

  /**
   * The upkeep of a project.
   *
   * @param clock tells how old operations are
   */
  public ProjectUpkeep(ProjectWorkspace workspace, KnownLinks links, Clock clock) {
    this.workspace = workspace;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public CheckReport check(CheckOptions options, Progress progress, Cancellation cancellation) {
    if (options.repair()) {
      refuseToWrite("repaired");
    }
    return alone(
        () ->
            Checking.check(
                workspace.store(),
                Optional.of(workspace),
                links,
                options.repair(),
                progress,
                cancellation));
  }

  @Override
  public CollectReport collect(
      CollectOptions options, Progress progress, Cancellation cancellation) {
    if (!options.dryRun()) {
      refuseToWrite("collected");
    }
    return alone(
        () -> {
          Collecting collecting =
              new Collecting(workspace, links, oldest(options.keep()), progress, cancellation);
          if (options.dryRun()) {
            return collecting.look();
          }
          letObserversCatchUp();
          return collecting.collect();
        });
  }

  private Instant oldest(Duration keep) {
    try {
      return clock.instant().minus(keep);
    } catch (DateTimeException | ArithmeticException e) {
      return Instant.MIN;
    }
  }

  /** Who is still to be told of a change reads the state before it, which may be about to go. */
  private void letObserversCatchUp() {
    try {
      workspace.awaitObservers(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Stopped as asked; nothing was changed.", e);
    }
  }

  private void refuseToWrite(String what) {
    if (workspace.store().isReadOnly()) {
      throw new FxdException(
          FxdException.Category.DENIED,
          workspace.project() + " cannot be " + what + ": it is open only to be read.",
          "Open it where it can be written to, and where nobody else has it open.",
          null);
    }
  }

  private <T> T alone(Supplier<T> work) {
    if (lock.isHeldByCurrentThread() || !lock.tryLock()) {
      throw new FxdException(
          FxdException.Category.FAILED,
          workspace.project() + " is being checked or collected already.",
          "Wait until that has ended.",
          null);
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
