package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;
import org.fxd.source.api.Followed;
import org.fxd.source.api.Followed.By;
import org.fxd.source.core.text.Ascending;
import org.fxd.source.core.text.Identity;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.OwnText;
import org.fxd.source.core.text.Piece;

/**
 * Tells what became of the snippets of files that were matched. A snippet is what it was if its own
 * text, its name, the snippet or file around it and its order among those who stayed there are.
 */
final class Follower {
  private final Matching matching;
  private final List<Followed> there = new ArrayList<>();
  private final List<Followed> gone = new ArrayList<>();

  Follower(Matching matching) {
    this.matching = matching;
  }

  /** Tells of a file that was scanned. */
  void scanned(Outline before, Outline after, Identity identity) {
    Set<Piece> reordered = reordered(after);
    for (Piece piece : after.snippets()) {
      NodeId id = identity.id(piece);
      Optional<Piece> was = matching.before(piece).filter(old -> id(old).equals(id));
      List<NodeId> from = from(piece);
      if (was.isEmpty()) {
        there.add(came(piece, id, from));
      } else if (!from.isEmpty() || reordered.contains(piece) || differs(was.get(), piece)) {
        there.add(
            new Followed(
                id,
                Optional.of(was.get().qualifiedName()),
                Optional.of(piece.qualifiedName()),
                matching.reason(piece),
                from));
      }
    }
    left(before);
  }

  /**
   * Tells of a file that is raw: of a new one, only what was part of a snippet elsewhere, since
   * nobody may have looked for more.
   */
  void raw(Outline before, Outline after, Identity identity) {
    for (Piece piece : after.snippets()) {
      List<NodeId> from = from(piece);
      if (!from.isEmpty()) {
        there.add(came(piece, identity.id(piece), from));
      }
    }
    left(before);
  }

  /** Tells of a file that is gone. */
  void left(Outline before) {
    for (Piece piece : before.snippets()) {
      if (matching.after(piece).isEmpty()) {
        Optional<String> name = Optional.of(piece.qualifiedName());
        gone.add(new Followed(id(piece), name, Optional.empty(), By.NOTHING, List.of()));
      }
    }
  }

  /** All that was told, what is gone last. */
  List<Followed> all() {
    List<Followed> all = new ArrayList<>(there);
    all.addAll(gone);
    return all;
  }

  private static Followed came(Piece piece, NodeId id, List<NodeId> from) {
    By by = from.isEmpty() ? By.NOTHING : By.SPLIT;
    return new Followed(id, Optional.empty(), Optional.of(piece.qualifiedName()), by, from);
  }

  private List<NodeId> from(Piece piece) {
    return matching.sources(piece).stream().map(Follower::id).toList();
  }

  private boolean differs(Piece was, Piece is) {
    boolean sameParent = is.parent().flatMap(matching::before).equals(was.parent());
    boolean sameText = was.length() == is.length() && PieceText.equal(was, is);
    return !sameParent
        || !was.name().equals(is.name())
        || !(sameText && was.children().isEmpty() && is.children().isEmpty()
            ? was.type().equals(is.type())
            : OwnText.of(was).equals(OwnText.of(is)));
  }

  /** The fewest snippets whose moves explain the new order among those that stayed. */
  private Set<Piece> reordered(Outline after) {
    Set<Piece> reordered = new HashSet<>();
    reordered(after.file(), reordered);
    after.snippets().forEach(piece -> reordered(piece, reordered));
    return reordered;
  }

  private void reordered(Piece container, Set<Piece> reordered) {
    Optional<Piece> was = matching.before(container);
    if (was.isEmpty() || container.children().size() < 2) {
      return;
    }
    Map<Piece, Integer> positions = new HashMap<>();
    was.get().children().forEach(child -> positions.put(child, positions.size()));
    List<Optional<Integer>> row = new ArrayList<>();
    for (Piece child : container.children()) {
      row.add(matching.before(child).map(positions::get));
    }
    boolean[] stayed = Ascending.longest(row);
    for (int i = 0; i < stayed.length; i++) {
      if (!stayed[i] && row.get(i).isPresent()) {
        reordered.add(container.children().get(i));
      }
    }
  }

  private static NodeId id(Piece old) {
    return old.entry().map(Entry::id).orElseThrow();
  }
}
