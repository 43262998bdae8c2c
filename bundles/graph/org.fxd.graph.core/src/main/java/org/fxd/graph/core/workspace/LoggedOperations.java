package org.fxd.graph.core.workspace;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.node.ObjectReader;

/** Reads operations, each before those that it follows. */
final class LoggedOperations {
  private static final Comparator<Operation> NEWEST_FIRST =
      Comparator.comparing(Operation::time)
          .thenComparing(Operation::counter)
          .thenComparing(Operation::id)
          .reversed();

  private final ObjectReader objects;

  LoggedOperations(ObjectReader objects) {
    this.objects = objects;
  }

  /** Reads one. */
  Operation read(Hash id) {
    return decode(id, objects.bytes(id));
  }

  private Operation decode(Hash id, byte[] bytes) {
    try {
      return OperationCodec.decode(id, bytes);
    } catch (IllegalArgumentException e) {
      throw objects.damaged(id, e.getMessage(), e);
    }
  }

  /** Reads one, if the log reaches back so far. */
  Optional<Operation> find(Hash id) {
    return objects.find(id).map(bytes -> decode(id, bytes));
  }

  /** An operation and all that it follows and is kept; one is read when it is asked for. */
  Iterator<Operation> from(Hash newest) {
    Queue<Operation> next = new PriorityQueue<>(NEWEST_FIRST);
    Set<Hash> seen = new HashSet<>();
    next.add(read(newest));
    return new Iterator<>() {
      private Operation last;

      @Override
      public boolean hasNext() {
        // Parents are read when the next one is wanted, not when their child is given.
        if (last != null) {
          for (Hash parent : last.parents()) {
            if (seen.add(parent)) {
              // What is beyond the age that is kept was collected: there the log ends.
              objects.find(parent).ifPresent(bytes -> next.add(decode(parent, bytes)));
            }
          }
          last = null;
        }
        return !next.isEmpty();
      }

      @Override
      public Operation next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        last = next.remove();
        return last;
      }
    };
  }
}
