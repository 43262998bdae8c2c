package org.fxd.source.treesitter;

import java.util.List;

/**
 * The comments at the top of a file that speak of the file and not of its first declaration: the
 * line for the shell, the line that names the encoding, and the licence.
 */
final class Heading {
  private static final int LOOKED_AT = 4096;

  private Heading() {}

  /** How many of the first pieces belong to the file. */
  static int length(Text text, List<Piece> pieces) {
    int count = 0;
    while (opens(text, pieces, count) && directive(text, pieces.get(count))) {
      count++;
    }
    if (!opens(text, pieces, count)) {
      return count;
    }
    int end = count + 1;
    while (end < pieces.size() && continues(text, pieces.get(end - 1), pieces.get(end))) {
      end++;
    }
    return licence(text, pieces.get(count).start(), pieces.get(end - 1).end()) ? end : count;
  }

  /** Whether a piece is a comment with nothing but comments above. */
  private static boolean opens(Text text, List<Piece> pieces, int index) {
    if (index >= pieces.size() || pieces.get(index).role() != Piece.Role.COMMENT) {
      return false;
    }
    int above = index == 0 ? text.begin() : pieces.get(index - 1).end();
    return text.breaksBetween(above, pieces.get(index).start()) >= 0;
  }

  private static boolean directive(Text text, Piece comment) {
    if (text.startsWith("#!", comment.start())) {
      return true;
    }
    return text.startsWith("#", comment.start())
        && text.lowerCase(comment.start(), Math.min(comment.end(), comment.start() + 100))
            .contains("coding");
  }

  /** Whether a comment for one line goes on in the next. */
  private static boolean continues(Text text, Piece above, Piece below) {
    return below.role() == Piece.Role.COMMENT
        && ofOneLine(text, above)
        && ofOneLine(text, below)
        && text.breaksBetween(above.end(), below.start()) == 1;
  }

  private static boolean ofOneLine(Text text, Piece comment) {
    return text.startsWith("//", comment.start()) || text.startsWith("#", comment.start());
  }

  private static boolean licence(Text text, int start, int end) {
    String words = text.lowerCase(start, Math.min(end, start + LOOKED_AT));
    return words.contains("copyright")
        || words.contains("license")
        || words.contains("licence")
        || words.contains("spdx-");
  }
}
