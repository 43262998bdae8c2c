package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.Piece;

/**
 * What became of a snippet that was edited by itself. It is known where its new text stands, so it
 * need not look like the old one at all.
 */
final class Heir {
  private Heir() {}

  /**
   * The piece that takes the id of the edited one.
   *
   * @param edited the snippet before
   * @param outline the file after
   * @param start where the new text begins
   * @param end where it ends
   * @param isFree whether a piece has not taken the id of another
   */
  static Optional<Piece> of(
      Piece edited, Outline outline, int start, int end, Predicate<Piece> isFree) {
    List<Piece> inside = new ArrayList<>();
    for (Piece piece : outline.snippets()) {
      boolean within = start <= piece.start() && piece.end() <= end;
      boolean outermost =
          piece
              .parent()
              .filter(p -> p.depth() >= 0 && start <= p.start() && p.end() <= end)
              .isEmpty();
      if (within && outermost && isFree.test(piece)) {
        inside.add(piece);
      }
    }
    // Of several pieces the one called as before, else the one of that type, else the first.
    return inside.stream()
        .min(Comparator.comparingInt(piece -> strangeness(edited, piece)))
        .or(() -> acrossOf(outline, start, end).filter(isFree));
  }

  private static Optional<Piece> acrossOf(Outline outline, int start, int end) {
    return outline.snippets().stream()
        .filter(piece -> overlap(piece, start, end) >= Thresholds.MOSTLY)
        .max(Comparator.comparingDouble(piece -> overlap(piece, start, end)));
  }

  private static int strangeness(Piece edited, Piece piece) {
    return (piece.name().equals(edited.name()) ? 0 : 1)
        + (piece.type().equals(edited.type()) ? 0 : 2);
  }

  private static double overlap(Piece piece, int start, int end) {
    int both = Math.min(piece.end(), end) - Math.max(piece.start(), start);
    int union = Math.max(piece.end(), end) - Math.min(piece.start(), start);
    return both <= 0 ? 0 : (double) both / union;
  }
}
