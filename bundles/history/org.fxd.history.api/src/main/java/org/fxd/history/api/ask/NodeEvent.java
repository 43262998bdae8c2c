package org.fxd.history.api.ask;

import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.select.Match;
import org.fxd.history.api.Commit;

/**
 * What a commit did to a node.
 *
 * @param commit the commit
 * @param kinds what happened, one or more
 * @param before the node where it stood in the commit's parent; empty if it came
 * @param after the node where it stands in the commit; empty if it went
 */
public record NodeEvent(
    Commit commit, Set<TreeChange.Kind> kinds, Optional<Match> before, Optional<Match> after) {
  public NodeEvent {
    kinds = Set.copyOf(kinds);
  }
}
