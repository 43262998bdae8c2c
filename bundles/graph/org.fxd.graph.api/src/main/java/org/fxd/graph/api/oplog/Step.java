package org.fxd.graph.api.oplog;

import java.util.Optional;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;

/**
 * A step in the operation log that was made.
 *
 * @param operation what was undone or done again, or what was gone back to
 * @param change what that did to the project
 */
public record Step(Operation operation, Change change) {
  /** What the operation did outside of the project, which is not undone: a sentence. */
  public Optional<String> outside() {
    return operation.field(Operation.OUTSIDE);
  }
}
