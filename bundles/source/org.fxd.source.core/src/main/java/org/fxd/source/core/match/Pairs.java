package org.fxd.source.core.match;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.source.api.Followed.By;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.Piece;

/** Which old piece is which new one, as far as is known, and why; each at most once. */
final class Pairs {
  private final Map<Piece, Piece> oldOf = new HashMap<>();
  private final Map<Piece, Piece> newOf = new HashMap<>();
  private final Map<Piece, By> reasons = new HashMap<>();
  private final Set<Piece> settled = new HashSet<>();
  private final Deque<Piece> fresh = new ArrayDeque<>();

  /** Says that an old piece is a new one. Both must be free. */
  void pair(Piece before, Piece after, By by) {
    oldOf.put(after, before);
    newOf.put(before, after);
    reasons.put(after, by);
    if (!after.children().isEmpty() && !before.children().isEmpty()) {
      fresh.add(after);
    }
  }

  /** Says that two pieces with the same text are one, and so are the pieces in them. */
  void pairAll(Piece before, Piece after, By by) {
    if (!isFree(before) || !isFree(after)) {
      return;
    }
    pair(before, after, by);
    List<Piece> inner = before.children();
    if (inner.size() != after.children().size()) {
      return;
    }
    for (int i = 0; i < inner.size(); i++) {
      if (sameShape(inner.get(i), after.children().get(i))) {
        pairAll(inner.get(i), after.children().get(i), by);
      }
    }
  }

  /** Takes back what was said of a new piece, which must have a partner. */
  void part(Piece after) {
    newOf.remove(oldOf.remove(after));
    reasons.remove(after);
  }

  /** Takes a piece out of the game: it is known what became of it, or where it came from. */
  void settle(Piece piece) {
    settled.add(piece);
  }

  /** Takes an old piece and all in it out of the game. */
  void remove(Piece before) {
    settle(before);
    before.children().forEach(this::remove);
  }

  /** Whether a piece, old or new, has no partner yet and may get one. */
  boolean isFree(Piece piece) {
    return !hasPartner(piece) && !settled.contains(piece);
  }

  /** Whether a piece, old or new, has a partner. */
  boolean hasPartner(Piece piece) {
    return oldOf.containsKey(piece) || newOf.containsKey(piece);
  }

  /** The free pieces of an outline, outer ones first. */
  List<Piece> free(Outline outline) {
    return outline.snippets().stream().filter(this::isFree).toList();
  }

  /** What a new piece was. */
  Optional<Piece> before(Piece after) {
    return Optional.ofNullable(oldOf.get(after));
  }

  /** What an old piece is. */
  Optional<Piece> after(Piece before) {
    return Optional.ofNullable(newOf.get(before));
  }

  /** What decided about a new piece that has a partner. */
  By reason(Piece after) {
    return reasons.getOrDefault(after, By.NOTHING);
  }

  /** The next new container that got its partner and has not been looked into. */
  Optional<Piece> nextContainer() {
    return Optional.ofNullable(fresh.poll());
  }

  /** Whether two pieces are of one type and stand at the same offset in the pieces around them. */
  static boolean sameShape(Piece before, Piece after) {
    int beforeBase = before.parent().map(Piece::start).orElse(0);
    int afterBase = after.parent().map(Piece::start).orElse(0);
    return before.type().equals(after.type())
        && before.length() == after.length()
        && before.start() - beforeBase == after.start() - afterBase;
  }
}
