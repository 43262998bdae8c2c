package org.fxd.graph.api.group;

import java.util.List;
import org.fxd.graph.api.select.Match;

/**
 * How two lists of members differ.
 *
 * @param before the members before
 * @param after the members after
 * @param gone those only before, in order
 * @param come those only after, in order
 * @param changed those of both whose node differs, as they are after, in order
 * @param moved those of both that had to move to bring one order into the other, as few as can be,
 *     as they are after
 */
public record MembersDiff(
    Members before,
    Members after,
    List<Match> gone,
    List<Match> come,
    List<Match> changed,
    List<Match> moved) {
  public MembersDiff {
    gone = List.copyOf(gone);
    come = List.copyOf(come);
    changed = List.copyOf(changed);
    moved = List.copyOf(moved);
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return gone.isEmpty() && come.isEmpty() && changed.isEmpty() && moved.isEmpty();
  }
}
