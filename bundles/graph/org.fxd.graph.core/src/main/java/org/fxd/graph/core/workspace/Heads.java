package org.fxd.graph.core.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.store.api.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest states of a project: the durable one, which everybody sees, and the sealed one, on
 * which the next change builds. Between the two are changes on their way to the disk, so that
 * several can share one wait for it. Safe for any number of threads.
 */
final class Heads {
  private static final Logger LOG = LoggerFactory.getLogger(Heads.class);

  private final Consumer<Change> told;
  private final Deque<Sealed> line = new ArrayDeque<>();
  private volatile Head durable;
  private Head sealed;

  /** A state and the operation that made it. */
  record Head(ProjectState state, Operation operation) {}

  /**
   * No state yet.
   *
   * @param told of every change when it is durable, in order
   */
  Heads(Consumer<Change> told) {
    this.told = told;
  }

  /** Begins with a state that is durable. */
  synchronized void start(Head head) {
    durable = head;
    sealed = head;
  }

  /** What everybody sees. */
  Head durable() {
    return durable;
  }

  /** What the next change builds on; for whoever has the turn to write. */
  synchronized Head sealed() {
    return sealed;
  }

  /** Goes on with what another process made; where nobody here writes. */
  synchronized void follow(Head next, Change change) {
    start(next);
    told.accept(change);
  }

  /** Puts a change in line; for whoever has the turn to write. */
  synchronized Sealed seal(Head next, Change change, Pending pending) {
    Sealed last = new Sealed(next, change, pending);
    sealed = next;
    line.add(last);
    return last;
  }

  /** Waits until nothing is in line. Who has the turn to write then has one newest state only. */
  void settle() {
    Optional<Sealed> last;
    synchronized (this) {
      last = Optional.ofNullable(line.peekLast());
    }
    try {
      last.ifPresent(Sealed::await);
    } catch (StoreException e) {
      LOG.debug("A change came to nothing; whoever made it is told", e);
    }
  }

  /** Builds on the durable state again: what was in line came to nothing. */
  synchronized void lost() {
    line.clear();
    sealed = durable;
  }

  /** It is durable, and with it all before it. */
  private synchronized void reached(Sealed change) {
    while (line.contains(change)) {
      Sealed first = line.remove();
      durable = first.head;
      told.accept(first.change);
    }
  }

  /** It came to nothing, and with it all behind it. */
  private synchronized void failed(Sealed change) {
    if (line.contains(change)) {
      while (line.peekLast() != change) {
        line.removeLast();
      }
      line.removeLast();
      sealed = line.isEmpty() ? durable : line.peekLast().head;
    }
  }

  /** A change on its way to the disk. */
  final class Sealed {
    private final Head head;
    private final Change change;
    private final Pending pending;

    private Sealed(Head head, Change change, Pending pending) {
      this.head = head;
      this.change = change;
      this.pending = pending;
    }

    /**
     * Waits until it is durable and visible.
     *
     * @throws StoreException if it cannot be made durable
     */
    Change await() {
      boolean done = false;
      try {
        pending.await();
        done = true;
      } finally {
        if (!done) {
          failed(this);
        }
      }
      reached(this);
      return change;
    }
  }
}
