package org.fxd.source.core.text;

import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;

/** The identity of the snippets of a raw file: from the file and what they are called in it. */
public record NativeIdentity(NodeId file) implements Identity {
  @Override
  public NodeId id(Piece piece) {
    return piece.parent().isEmpty()
        ? file
        : SnippetIds.snippet(file, Hash.ZERO, piece.qualifiedName(), piece.ordinal());
  }

  @Override
  public Optional<Piece> before(Piece piece) {
    return Optional.empty();
  }

  @Override
  public boolean unchanged(Piece piece) {
    return false;
  }
}
