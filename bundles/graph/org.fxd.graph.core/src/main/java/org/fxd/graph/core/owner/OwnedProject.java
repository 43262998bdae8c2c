package org.fxd.graph.core.owner;

import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.index.IndexedProject;

/** What a book needs of the project that it is of. */
public interface OwnedProject {
  /** The operation that made the newest state. */
  Operation newest();

  /** An operation of the log; empty if the log does not reach back so far. */
  Optional<Operation> operation(Hash id);

  /** The root of a state. */
  Node root(Hash state);

  /** The id of the root itself. */
  NodeId rootId();

  /** The turn to write, if it is free at once and the project can be written to. */
  Optional<IndexedProject.Turn> tryTurn();

  /**
   * The turn to write, when it comes.
   *
   * @throws org.fxd.graph.api.error.StoreException if the project cannot be written to
   */
  IndexedProject.Turn turn();
}
