package org.fxd.graph.core.watch;

import java.util.Comparator;
import java.util.Optional;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;

/**
 * Leaves out what happened before someone began to watch.
 *
 * <p>Whoever wants to miss nothing has to join the queue first and look at the state then, so the
 * queue may begin with changes that are in that state already. Operations of one log never go back
 * in time and counter, which tells them apart.
 */
public final class Beginning {
  private static final Comparator<Operation> ORDER =
      Comparator.comparing(Operation::time).thenComparing(Operation::counter);

  private State state;
  private Operation operation;

  /**
   * Begins.
   *
   * @param joining what joins the queue
   * @return the state from which on changes are told
   */
  public synchronized State begin(Workspace workspace, Runnable joining) {
    joining.run();
    do {
      state = workspace.state();
      operation = workspace.operations().iterator().next();
    } while (!operation.id().equals(state.operation()));
    return state;
  }

  /** What of a change happened since; whoever asks while it begins waits until it has begun. */
  public synchronized Optional<Change> since(Change change) {
    if (ORDER.compare(change.operation(), operation) <= 0) {
      return Optional.empty();
    }
    State from = state;
    state = change.after();
    return Optional.of(
        from.operation().equals(change.before().operation())
            ? change
            : new Change(from, change.after(), change.operation(), change.count()));
  }
}
