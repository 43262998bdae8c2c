package org.fxd.graph.core.owner;

import java.util.Optional;
import org.fxd.graph.api.NodeId;

/**
 * All marks, and the operations that they refer to. What is put shows at the latest when it is
 * signed, and at the earliest then. Belongs to one thread at a time.
 */
interface Book {
  /** What is kept of a node. */
  Optional<Marks> marks(NodeId node);

  /** The operation that the book is up to date with; empty if there is no book that can be read. */
  Optional<Signature> newest();

  /** An operation by number. */
  Optional<Signature> signature(long number);

  /** Whether what it is up to date with follows what it was up to date with before. */
  default boolean isContinuous() {
    return newest()
        .map(Signature::number)
        .filter(number -> number == 1 || signature(number - 1).isPresent())
        .isPresent();
  }

  /** Keeps something of a node in place of what was kept; empty: nothing. */
  void put(NodeId node, Optional<Marks> marks);

  /** Ends what an operation did. */
  void sign(Signature next);
}
