package org.fxd.graph.core.owner;

import java.util.Optional;

/**
 * The marks of a node, whether it has them itself or not.
 *
 * @param own its own
 * @param inner that of the nodes inside that have none
 */
record Resolved(Mark own, Mark inner) {
  /** What the root stands in, so to say. */
  static final Resolved OUTSIDE = new Resolved(Mark.FIRST, Mark.FIRST);

  /**
   * The marks of a node.
   *
   * @param kept what is kept of it
   * @param inherited the inner mark of what it stands in. Where that is newer, what is kept is from
   *     before all of the content around was replaced, and does not count any more
   */
  static Resolved of(Optional<Marks> kept, Mark inherited) {
    return kept.filter(marks -> !marks.gone() && marks.own().modified() >= inherited.modified())
        .map(marks -> new Resolved(marks.own(), marks.inner().orElse(inherited)))
        .orElseGet(() -> new Resolved(inherited, inherited));
  }
}
