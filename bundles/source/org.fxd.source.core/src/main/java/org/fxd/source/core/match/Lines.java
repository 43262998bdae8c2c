package org.fxd.source.core.match;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.source.core.text.Piece;

/**
 * The lines of a piece's own text that say something, by their hashes, counted: without white
 * space, so that indenting changes nothing, without comments, and without lines that have no word,
 * such as those that only close a bracket.
 */
final class Lines {
  private final Map<Piece, Map<Long, Integer>> own = new HashMap<>();
  private final Map<Piece, Integer> totals = new HashMap<>();

  /** The lines of a piece outside the pieces in it. Not to be changed. */
  Map<Long, Integer> of(Piece piece) {
    Map<Long, Integer> known = own.get(piece);
    if (known == null) {
      known = read(piece);
      own.put(piece, known);
    }
    return known;
  }

  /** How many lines a piece has, those of the pieces in it included. */
  int total(Piece piece) {
    Integer known = totals.get(piece);
    if (known == null) {
      known = of(piece).values().stream().mapToInt(Integer::intValue).sum();
      for (Piece child : piece.children()) {
        known += total(child);
      }
      totals.put(piece, known);
    }
    return known;
  }

  /** How many own lines two pieces have in common. */
  int common(Piece a, Piece b) {
    Map<Long, Integer> other = of(b);
    int common = 0;
    for (Map.Entry<Long, Integer> line : of(a).entrySet()) {
      common += Math.min(line.getValue(), other.getOrDefault(line.getKey(), 0));
    }
    return common;
  }

  private static Map<Long, Integer> read(Piece piece) {
    Map<Long, Integer> lines = new LinkedHashMap<>();
    int position = piece.start();
    for (Piece child : piece.children()) {
      read(piece.outline().bytes(), position, child.start(), lines);
      position = child.end();
    }
    read(piece.outline().bytes(), position, piece.end(), lines);
    return lines;
  }

  private static void read(byte[] text, int start, int end, Map<Long, Integer> lines) {
    for (int i = start; i < end; ) {
      long hash = 0;
      int signs = 0;
      int first = i;
      boolean word = false;
      while (i < end && text[i] != '\n') {
        byte b = text[i++];
        if (b > ' ' || b < 0) {
          first = signs++ == 0 ? i - 1 : first;
          word |= b < 0 || Character.isLetterOrDigit(b);
          hash = (hash + b) * 0x9e3779b97f4a7c15L;
          hash ^= hash >>> 29;
        }
      }
      if (word && !isComment(text, first, i)) {
        lines.merge(hash, 1, Integer::sum);
      }
      i++;
    }
  }

  private static boolean isComment(byte[] text, int at, int end) {
    byte next = at + 1 < end ? text[at + 1] : 0;
    return switch (text[at]) {
      case '*', '#' -> true;
      case '/' -> next == '/' || next == '*';
      case '-' -> next == '-';
      case '<' -> next == '!';
      default -> false;
    };
  }
}
