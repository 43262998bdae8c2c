package org.fxd.merge.core;

import org.fxd.graph.api.NodeId;
import org.fxd.merge.api.Conflict;

/**
 * A conflict that nobody has resolved, as it is kept and where it is.
 *
 * @param id of the node that it is about
 * @param spot where that node stands; of a stray one, where the file stands that has its markers
 */
record Living(NodeId id, Spot spot, Undecided undecided) {
  /** Whether its marker lines are in the file, but no longer in its node. */
  boolean isStray() {
    return !spot.entry().id().equals(id);
  }

  Conflict conflict() {
    Field field = undecided.field();
    Terms terms = undecided.terms();
    return new Conflict(id, spot.path(), field.sort(), field.key(), terms.adds(), terms.removes());
  }
}
