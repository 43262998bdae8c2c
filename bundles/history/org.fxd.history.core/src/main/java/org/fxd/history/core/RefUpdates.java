package org.fxd.history.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.RefUpdate;

/** Which references differ between two states. */
final class RefUpdates {
  private static final String REFS = "refs";

  private RefUpdates() {}

  /** The moves in the order of their names. Costs nothing where no reference moved. */
  static List<RefUpdate> between(State before, State after) {
    Node from = before.node().child(REFS);
    Node to = after.node().child(REFS);
    List<RefUpdate> moves = new ArrayList<>();
    if (from.equals(to)) {
      return moves;
    }
    to.diff(
        from,
        new NodeDiff() {
          @Override
          public boolean added(Entry entry) {
            return add(entry.name().toString());
          }

          @Override
          public boolean removed(Entry entry) {
            return add(entry.name().toString());
          }

          @Override
          public boolean changed(Entry earlier, Entry later) {
            return add(later.name().toString());
          }

          private boolean add(String name) {
            return moves.add(new RefUpdate(name, before.ref(name), after.ref(name), before, after));
          }
        });
    moves.sort(Comparator.comparing(RefUpdate::name));
    return moves;
  }

  /** Whether the references of two states are the same. */
  static boolean none(State before, State after) {
    return before.node().child(REFS).equals(after.node().child(REFS));
  }

  /** The branch that moved, if it is one. */
  static Optional<String> branch(RefUpdate move) {
    return move.name().startsWith(State.BRANCHES)
        ? Optional.of(move.name().substring(State.BRANCHES.length()))
        : Optional.empty();
  }
}
