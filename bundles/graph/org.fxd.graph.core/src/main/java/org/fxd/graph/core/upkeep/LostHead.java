package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.upkeep.Uses;
import org.fxd.graph.api.workspace.Operation;

/**
 * Where a project can go on from whose newest operation is lost. There is an operation, or a state,
 * or both.
 *
 * @param last the newest operation that can be read
 * @param state the state that the lost one left, if that is to be brought back
 * @param root the root of it, if that is whole and the state is not
 * @param uses what was changed since the last one
 */
record LostHead(Optional<Operation> last, Optional<Hash> state, Optional<Hash> root, Uses uses) {
  /** The state that is the newest as far as one knows. */
  Hash newest() {
    return state.or(() -> root).or(() -> last.map(Operation::after)).orElseThrow();
  }

  /** What is to be kept as well as what references lead to. */
  List<Hash> roots() {
    List<Hash> roots = new ArrayList<>();
    last.ifPresent(operation -> roots.add(operation.id()));
    state.or(() -> root).ifPresent(roots::add);
    return roots;
  }

  /** What a person should know. */
  List<String> notes() {
    return List.of(
        last.map(
                operation ->
                    "The newest operation that can be read is "
                        + operation.id().brief()
                        + " of "
                        + operation.time()
                        + ", by "
                        + operation.origin().principal()
                        + ": "
                        + operation.description()
                        + ".")
            .orElse("No operation can be read."),
        state.isPresent()
            ? "The state that the lost one left is there, and is brought back; who changed what"
                + " since is lost."
            : root.isPresent()
                ? "The tree that the lost one left is whole and is brought back, without the"
                    + " branches as they were then."
                : "The state that the lost one left is not whole, or nothing tells which it was.");
  }
}
