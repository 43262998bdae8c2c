package org.fxd.source.core.match;

import java.util.Arrays;
import org.fxd.source.core.text.Piece;

/** The type and text of a piece, as a key: equal when both are. */
final class PieceText {
  private final Piece piece;
  private final int hash;

  PieceText(Piece piece) {
    this.piece = piece;
    byte[] bytes = piece.outline().bytes();
    int h = piece.type().hashCode();
    for (int i = piece.start(); i < piece.end(); i++) {
      h = 31 * h + bytes[i];
    }
    this.hash = h;
  }

  /** Whether the text says enough to be known again in another file. */
  static boolean isDistinctive(Piece piece) {
    byte[] bytes = piece.outline().bytes();
    int signs = 0;
    for (int i = piece.start(); i < piece.end() && signs < 32; i++) {
      signs += bytes[i] > ' ' || bytes[i] < 0 ? 1 : 0;
    }
    return signs >= 32;
  }

  /** Whether two pieces have the same text. */
  static boolean equal(Piece a, Piece b) {
    return Arrays.equals(
        a.outline().bytes(), a.start(), a.end(), b.outline().bytes(), b.start(), b.end());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PieceText that
        && hash == that.hash
        && piece.type().equals(that.piece.type())
        && equal(piece, that.piece);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
