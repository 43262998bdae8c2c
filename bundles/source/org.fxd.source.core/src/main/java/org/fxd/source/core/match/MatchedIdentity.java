package org.fxd.source.core.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.source.core.text.Identity;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.Piece;
import org.fxd.source.core.text.SnippetIds;

/**
 * The identity of the snippets of a file that was matched: who was known keeps the id, and who is
 * new gets one that follows from the content it was born in.
 */
final class MatchedIdentity implements Identity {
  private final NodeId file;
  private final Matching matching;
  private final Map<Piece, NodeId> ids = new HashMap<>();

  /**
   * Gives every piece its id.
   *
   * @param old the ids that were there before, which no new piece may get
   * @param given the ids given so far in files that changed together; grows
   */
  MatchedIdentity(
      NodeId file, Outline outline, Matching matching, Set<NodeId> old, Set<NodeId> given) {
    this.file = file;
    this.matching = matching;
    Hash birth = Hash.ofContent(outline.bytes());
    for (Piece piece : outline.snippets()) {
      Optional<NodeId> kept = matching.before(piece).flatMap(Piece::entry).map(Entry::id);
      if (kept.isPresent() && given.add(kept.get())) {
        ids.put(piece, kept.get());
      }
    }
    for (Piece piece : outline.snippets()) {
      for (int ordinal = piece.ordinal(); !ids.containsKey(piece); ordinal++) {
        NodeId id = SnippetIds.snippet(file, birth, piece.qualifiedName(), ordinal);
        if (!old.contains(id) && given.add(id)) {
          ids.put(piece, id);
        }
      }
    }
  }

  @Override
  public NodeId id(Piece piece) {
    return piece.parent().isEmpty() ? file : ids.get(piece);
  }

  @Override
  public Optional<Piece> before(Piece piece) {
    return matching.before(piece);
  }

  @Override
  public boolean unchanged(Piece piece) {
    return matching.unchanged(piece);
  }
}
