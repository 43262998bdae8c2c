package org.fxd.graph.api.watch;

import java.util.Optional;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;

/**
 * What happened to one node.
 *
 * @param kind what happened; of several things, the first of this order: created, removed, moved,
 *     changed
 * @param before the node as it stood; empty if created
 * @param after the node as it stands; empty if removed
 */
public record NodeChange(Kind kind, Optional<Match> before, Optional<Match> after) {
  /** What happened to a node. */
  public enum Kind {
    /** It is new, or a selector finds it now. */
    CREATED,
    /** Its value, metadata, kind or anything below it differ. */
    CHANGED,
    /** It has another parent, another name, or another place among its siblings. */
    MOVED,
    /** It is gone, or a selector does not find it any more. */
    REMOVED
  }

  /** The node's id. */
  public NodeId id() {
    return after.or(() -> before).orElseThrow().id();
  }
}
