package org.fxd.source.core.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.NodeId;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SnippetChange;
import org.fxd.source.core.find.FileSnippets;
import org.fxd.source.core.text.Ascending;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.OwnText;
import org.fxd.source.core.text.Piece;

/**
 * What happened to the snippets of one file. A snippet that came from another file is told of in
 * the file it came to, and not in the one it left.
 *
 * <p>A snippet is told of once: as moved if it stands in another file or snippet, else as renamed
 * if its name differs, else as moved if it changed its order among its neighbours, else as changed.
 */
final class SnippetDifferences {
  private final Movers movers;
  private final List<Snippet> before;
  private final List<Snippet> after;
  private final Map<NodeId, Integer> oldPositions = new HashMap<>();
  private final List<Piece> oldPieces;
  private final List<Piece> newPieces;

  SnippetDifferences(FileSnippets snippets, FilePair pair, Movers movers) {
    this.movers = movers;
    Outline old = pair.before().map(snippets::outline).orElse(Outline.EMPTY);
    Outline now = pair.after().map(snippets::outline).orElse(Outline.EMPTY);
    this.oldPieces = old.snippets();
    this.newPieces = now.snippets();
    this.before = pair.before().map(file -> snippets.of(file, old)).orElse(List.of());
    this.after = pair.after().map(file -> snippets.of(file, now)).orElse(List.of());
    for (int i = 0; i < oldPieces.size(); i++) {
      oldPositions.put(id(oldPieces.get(i)), i);
    }
  }

  /** What changed, in the order of the later text, what is gone last. */
  List<SnippetChange> list() {
    Set<NodeId> reordered = reordered();
    Set<NodeId> there = new HashSet<>();
    List<SnippetChange> changes = new ArrayList<>();
    for (int i = 0; i < newPieces.size(); i++) {
      NodeId id = id(newPieces.get(i));
      there.add(id);
      Integer old = oldPositions.get(id);
      if (old == null) {
        Optional<Snippet> origin = movers.before(id);
        changes.add(
            new SnippetChange(
                origin.isPresent() ? SnippetChange.Kind.MOVED : SnippetChange.Kind.ADDED,
                origin,
                Optional.of(after.get(i))));
      } else {
        Optional<Snippet> was = Optional.of(before.get(old));
        Optional<Snippet> is = Optional.of(after.get(i));
        kind(oldPieces.get(old), newPieces.get(i), reordered.contains(id))
            .ifPresent(kind -> changes.add(new SnippetChange(kind, was, is)));
      }
    }
    for (int i = 0; i < oldPieces.size(); i++) {
      NodeId id = id(oldPieces.get(i));
      if (!there.contains(id) && !movers.contains(id)) {
        changes.add(
            new SnippetChange(
                SnippetChange.Kind.REMOVED, Optional.of(before.get(i)), Optional.empty()));
      }
    }
    return changes;
  }

  private static Optional<SnippetChange.Kind> kind(Piece was, Piece is, boolean reordered) {
    if (!parent(was).equals(parent(is))) {
      return Optional.of(SnippetChange.Kind.MOVED);
    }
    if (!was.name().equals(is.name())) {
      return Optional.of(SnippetChange.Kind.RENAMED);
    }
    if (reordered) {
      return Optional.of(SnippetChange.Kind.MOVED);
    }
    return OwnText.of(was).equals(OwnText.of(is))
        ? Optional.empty()
        : Optional.of(SnippetChange.Kind.CHANGED);
  }

  /** The fewest snippets whose moves explain the new order among neighbours that stayed. */
  private Set<NodeId> reordered() {
    Map<Optional<NodeId>, List<Piece>> rows = new HashMap<>();
    for (Piece piece : newPieces) {
      Integer old = oldPositions.get(id(piece));
      if (old != null && parent(oldPieces.get(old)).equals(parent(piece))) {
        rows.computeIfAbsent(parent(piece), key -> new ArrayList<>()).add(piece);
      }
    }
    Set<NodeId> reordered = new HashSet<>();
    for (List<Piece> row : rows.values()) {
      boolean[] stayed =
          Ascending.longest(
              row.stream().map(piece -> Optional.of(oldPositions.get(id(piece)))).toList());
      for (int i = 0; i < stayed.length; i++) {
        if (!stayed[i]) {
          reordered.add(id(row.get(i)));
        }
      }
    }
    return reordered;
  }

  private static NodeId id(Piece piece) {
    return piece.entry().orElseThrow().id();
  }

  private static Optional<NodeId> parent(Piece piece) {
    return piece.parent().flatMap(Piece::entry).map(entry -> entry.id());
  }
}
