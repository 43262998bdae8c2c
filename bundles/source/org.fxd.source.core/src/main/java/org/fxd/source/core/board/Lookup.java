package org.fxd.source.core.board;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;

/** Finds nodes in a root of the project. */
interface Lookup {
  /** The node with an id. */
  Optional<Match> byId(Node root, NodeId id);

  /** The nodes whose metadatum {@code id} is that text. */
  List<Match> byMarkerId(Node root, String id);
}
