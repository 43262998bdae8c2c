package org.fxd.source.core.text;

import java.util.Optional;
import org.fxd.graph.api.NodeId;

/** Who the pieces of an outline are, and who they were. */
public interface Identity {
  /** The id of a piece; of the outermost one, the id of the file. */
  NodeId id(Piece piece);

  /** The piece of an earlier outline that it was; empty if it is new. */
  Optional<Piece> before(Piece piece);

  /**
   * Whether it is, with all that is in it, what it was: the same bytes, ids and types. Then the
   * earlier node is taken as it is.
   */
  boolean unchanged(Piece piece);
}
