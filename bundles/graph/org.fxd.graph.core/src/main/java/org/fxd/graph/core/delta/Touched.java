package org.fxd.graph.core.delta;

import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;

/**
 * A node that both trees have, and that differs.
 *
 * @param before where it stood; as stored or seen through its projection
 * @param after where it stands
 * @param own whether its kind, value or metadata differ
 * @param below whether anything below it differs
 * @param moved whether it has another parent, another name or another place among its siblings
 */
public record Touched(Match before, Match after, boolean own, boolean below, boolean moved) {
  /** The node's id. */
  public NodeId id() {
    return after.id();
  }

  /** Whether the node, with all below it, differs. */
  public boolean changed() {
    return own || below;
  }

  /** Whether it differs in anything that one can see. */
  public boolean shows() {
    return own || below || moved;
  }

  /** Whether it is held by another node, or by the same one under another name or place. */
  public boolean standsElsewhere() {
    Entry from = before.entry();
    Entry to = after.entry();
    return reparented() || !from.name().equals(to.name()) || !from.place().equals(to.place());
  }

  /** Whether another node holds it. */
  public boolean reparented() {
    return !before.parent().map(Match::id).equals(after.parent().map(Match::id));
  }
}
