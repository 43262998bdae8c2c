package org.fxd.history.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Workspace;

/**
 * The commits that operations made. They say so themselves: a reference also moves to commits that
 * were there before, by undo, redo, fast-forward and checkout.
 */
final class MadeCommits {
  /** The field of an operation that names the commit which it made and checked out. */
  static final String COMMIT = "commit";

  /** The field of an operation that names the commit in whose place it made one. */
  static final String AMENDS = "amends";

  /** One of them, and the one whose place it took. */
  record Made(Hash commit, Optional<Hash> replaced) {}

  private MadeCommits() {}

  /** Those of a change, in order. */
  static List<Made> of(Workspace workspace, Change change) {
    List<Made> made = new ArrayList<>();
    if (change.count() == 1) {
      add(change.operation(), made);
      return made;
    }
    int left = change.count();
    boolean begun = false;
    for (Operation operation : workspace.operations()) {
      begun |= operation.id().equals(change.operation().id());
      if (begun && left-- == 0) {
        break;
      }
      if (begun) {
        add(operation, made);
      }
    }
    Collections.reverse(made);
    return made;
  }

  private static void add(Operation operation, List<Made> made) {
    operation
        .field(COMMIT)
        .map(Hash::parse)
        .ifPresent(id -> made.add(new Made(id, operation.field(AMENDS).map(Hash::parse))));
  }
}
