package org.fxd.graph.core.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Operation;

/**
 * Which operations were the last, and the states that they left: what came between the beginning of
 * a change and its end. For whoever has the turn to write.
 */
final class RecentStates {
  /** Changes that others make while one is in the making are few. */
  static final int KEPT = 256;

  /** An operation and the state it left, by their hashes: a state itself may hold much. */
  record Moment(Hash operation, Hash state) {}

  private final Deque<Moment> moments = new ArrayDeque<>();

  /** The newest operation; known already if nothing came since. */
  void add(Operation newest) {
    if (!moments.isEmpty() && moments.getLast().operation().equals(newest.id())) {
      return;
    }
    moments.addLast(new Moment(newest.id(), newest.after()));
    if (moments.size() > KEPT) {
      moments.removeFirst();
    }
  }

  /**
   * The operations after one, the newest first.
   *
   * @return empty if that is so long ago that it is not known any more
   */
  Optional<List<Moment>> since(Hash operation) {
    List<Moment> since = new ArrayList<>();
    for (Iterator<Moment> back = moments.descendingIterator(); back.hasNext(); ) {
      Moment moment = back.next();
      if (moment.operation().equals(operation)) {
        return Optional.of(since);
      }
      since.add(moment);
    }
    return Optional.empty();
  }
}
