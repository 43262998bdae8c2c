package org.fxd.graph.core.cursor;

import java.util.Optional;
import org.fxd.graph.api.NodePath;

/**
 * What a cursor holds on to: a node, or, as long as there was none, a path.
 *
 * @param way the node and where it was seen last; empty if there was none yet
 * @param path where a node is waited for; of no meaning once there is one
 */
record Hold(Optional<Way> way, NodePath path) {
  /** A hold on a node. */
  static Hold at(Way way) {
    return new Hold(Optional.of(way), NodePath.ROOT);
  }

  /** A hold on the node at a path, if there is one now. */
  static Hold at(Ground ground, NodePath path) {
    return new Hold(ground.root().at(path).map(Spot::way), path);
  }

  /** The same hold, on a node that stands there. */
  Hold on(Way found) {
    return new Hold(Optional.of(found), path);
  }

  /** Where it is now. */
  Optional<Spot> look(Ground ground) {
    return way.map(ground::find).orElseGet(() -> ground.root().at(path));
  }

  /** Where it was last, for a person; that names may repeat may not show. */
  NodePath last() {
    return way.map(Way::names).orElse(path);
  }
}
