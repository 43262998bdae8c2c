package org.fxd.source.core.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.source.api.Followed.By;
import org.fxd.source.core.text.Ascending;
import org.fxd.source.core.text.Piece;

/**
 * The last step: the only piece of its type that is left between two known neighbours is the one
 * that was left between them.
 */
final class ByPlace {
  private final Pairs pairs;
  private final ByName names;

  ByPlace(Pairs pairs, ByName names) {
    this.pairs = pairs;
    this.names = names;
  }

  /** Looks into a file and, from there, into all containers that are known. */
  void run(Piece file) {
    Deque<Piece> open = new ArrayDeque<>();
    open.add(file);
    while (!open.isEmpty()) {
      Piece after = open.poll();
      Optional<Piece> before = pairs.before(after);
      if (before.isPresent() && !before.get().children().isEmpty()) {
        between(before.get(), after);
        // A container known by its place gives its members their names' due first.
        names.run();
      }
      open.addAll(after.children());
    }
  }

  private void between(Piece before, Piece after) {
    List<Piece> oldRow = before.children();
    List<Piece> newRow = after.children();
    Map<Piece, Integer> position = new HashMap<>();
    for (int i = 0; i < oldRow.size(); i++) {
      position.put(oldRow.get(i), i);
    }
    List<Optional<Integer>> anchors =
        newRow.stream().map(piece -> pairs.before(piece).map(position::get)).toList();
    boolean[] fixed = Ascending.longest(anchors);
    int oldFrom = 0;
    int newFrom = 0;
    for (int i = 0; i <= newRow.size(); i++) {
      if (i < newRow.size() && !fixed[i]) {
        continue;
      }
      int oldTo = i < newRow.size() ? anchors.get(i).orElseThrow() : oldRow.size();
      segment(oldRow.subList(oldFrom, oldTo), newRow.subList(newFrom, i));
      oldFrom = Math.min(oldTo + 1, oldRow.size());
      newFrom = i + 1;
    }
  }

  private void segment(List<Piece> before, List<Piece> after) {
    Map<String, Piece> lonely = lonely(before);
    lonely(after)
        .forEach(
            (type, piece) -> {
              Piece old = lonely.get(type);
              if (old != null) {
                pairs.pair(old, piece, By.PLACE);
              }
            });
  }

  /** The free pieces that are the only free ones of their type. */
  private Map<String, Piece> lonely(List<Piece> row) {
    Map<String, Piece> lonely = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (Piece piece : new ArrayList<>(row)) {
      if (pairs.isFree(piece) && lonely.put(piece.type(), piece) != null) {
        several.add(piece.type());
      }
    }
    lonely.keySet().removeAll(several);
    return lonely;
  }
}
