package org.fxd.graph.api.watch;

import java.util.List;
import org.fxd.graph.api.workspace.Change;

/**
 * What a watcher is told.
 *
 * @param change the change as a whole, or several folded into one
 * @param nodes what of it concerns the target, in the order of the later tree, removals last; at
 *     least one
 */
public record WatchEvent(Change change, List<NodeChange> nodes) {
  public WatchEvent {
    nodes = List.copyOf(nodes);
  }
}
