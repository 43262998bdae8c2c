package org.fxd.source.treesitter;

import org.treesitter.TSInputEdit;

/**
 * Where two texts differ: all lines from the first that is another to the last, and one more.
 *
 * <p>Fewer bytes would do for the texts, but not for the parser: it takes over what ends right
 * before the first byte that is said to differ, be that within a character or behind a word that
 * goes on now.
 *
 * @param start where the lines begin, in both texts
 * @param oldEnd where they end in the old text
 * @param newEnd where they end in the new text
 */
record TextChange(int start, int oldEnd, int newEnd) {
  /** What makes one text of the other. */
  static TextChange between(Text before, Text after) {
    int start = before.lineStart(before.alike(after));
    int alike = before.alikeAtEnd(after, start);
    return new TextChange(
        start, before.lineEnd(before.length() - alike), after.lineEnd(after.length() - alike));
  }

  /** The same, as the parser is told of it. */
  TSInputEdit edit(Text before, Text after) {
    return new TSInputEdit(
        start, oldEnd, newEnd, before.point(start), before.point(oldEnd), after.point(newEnd));
  }
}
