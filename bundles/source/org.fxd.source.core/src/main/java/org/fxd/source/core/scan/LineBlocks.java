package org.fxd.source.core.scan;

import java.util.ArrayList;
import java.util.List;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.scan.Region;

/**
 * Cuts any text into blocks, by its lines alone.
 *
 * <p>A block begins at a line that is not blank, is not indented, and is the first such line or
 * follows a blank line. It ends with the last line before the next block that is not blank; blank
 * lines around blocks belong to none. So a function in a language that nobody knows, a paragraph
 * and a group of settings are one block each, and adding a blank line changes no block. A text
 * without a blank line, however short, is one block; a text that is blank has none. Lines end with
 * a line feed; a carriage return counts as white space.
 */
public final class LineBlocks {
  /** The type of the snippets. */
  public static final String TYPE = FileMeta.BLOCK;

  /** With more blocks than this the text is a table, not code, and is left whole. */
  public static final int MAX_BLOCKS = 50_000;

  private LineBlocks() {}

  /** The blocks of a text, in order. */
  public static List<Region> of(byte[] text) {
    List<Region> blocks = new ArrayList<>();
    int start = -1;
    int end = 0;
    boolean afterBlank = true;
    for (int line = 0; line < text.length; ) {
      int next = nextLine(text, line);
      boolean blank = isBlank(text, line, next);
      if (!blank) {
        if (afterBlank && !isSpace(text[contentStart(text, line)])) {
          if (start >= 0) {
            blocks.add(block(text, start, end));
          }
          start = line;
        } else if (start < 0) {
          // Indented lines at the very start: they begin the first block all the same.
          start = line;
        }
        end = next;
      }
      afterBlank = blank;
      line = next;
    }
    if (start >= 0) {
      blocks.add(block(text, start, end));
    }
    return blocks.size() > MAX_BLOCKS ? List.of() : blocks;
  }

  private static Region block(byte[] text, int start, int end) {
    return new Region(TYPE, BlockName.of(text, start, end), start, end, List.of());
  }

  /** The offset behind a line's line feed. */
  static int nextLine(byte[] text, int from) {
    int i = from;
    while (i < text.length && text[i] != '\n') {
      i++;
    }
    return Math.min(i + 1, text.length);
  }

  private static boolean isBlank(byte[] text, int from, int to) {
    for (int i = contentStart(text, from); i < to; i++) {
      if (!isSpace(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** A byte order mark is no content. */
  private static int contentStart(byte[] text, int from) {
    boolean mark =
        from == 0
            && text.length >= 3
            && text[0] == (byte) 0xef
            && text[1] == (byte) 0xbb
            && text[2] == (byte) 0xbf;
    return mark ? Math.min(3, text.length) : from;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }
}
