package org.fxd.merge.core;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;

/**
 * Where a node stood when its conflict was written.
 *
 * @param path the names from the root
 * @param file the file that it is, or is part of
 * @param markers how many marker lines that file had of its own, as a text about merging may
 */
record Stood(List<Name> path, Optional<NodeId> file, int markers) {
  Stood {
    path = List.copyOf(path);
  }

  /** The same at another path. */
  Stood at(List<Name> other) {
    return new Stood(other, file, markers);
  }
}
