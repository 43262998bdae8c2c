package org.fxd.history.core;

import java.util.Optional;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.History;

/** What a state says is checked out. */
final class CheckedOut {
  private CheckedOut() {}

  /** The reference that a commit moves: the branch that is checked out, or the head itself. */
  static String ref(State state) {
    Ref head = state.ref(State.HEAD).orElse(Ref.to(State.BRANCHES + History.FIRST_BRANCH));
    return head instanceof Ref.Symbolic symbolic ? symbolic.target() : State.HEAD;
  }

  /** The name of the branch; empty if a commit is checked out by itself. */
  static Optional<String> branch(State state) {
    String ref = ref(state);
    return ref.startsWith(State.BRANCHES)
        ? Optional.of(ref.substring(State.BRANCHES.length()))
        : Optional.empty();
  }
}
