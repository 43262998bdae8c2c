package org.fxd.source.core.scan;

import java.nio.charset.StandardCharsets;

/**
 * A short name for a block: the words of its first line that has any, without comment signs, up to
 * the first sign that opens a list, a body or a value, joined by hyphens. The line {@code # Red
 * wine = 5} gives {@code Red-wine}; {@code func Open(path)} gives {@code func-Open}.
 */
final class BlockName {
  private static final int MAX_LENGTH = 40;
  private static final int MAX_BYTES = 400;

  private BlockName() {}

  /** The name of the block between two offsets; {@code block} if it has no word at all. */
  static String of(byte[] text, int start, int end) {
    int limit = Math.min(end, start + MAX_BYTES);
    for (int line = start; line < limit; ) {
      int next = Math.min(LineBlocks.nextLine(text, line), limit);
      String name = words(new String(text, line, next - line, StandardCharsets.UTF_8));
      if (!name.isEmpty()) {
        return name;
      }
      line = next;
    }
    return "block";
  }

  private static String words(String line) {
    StringBuilder name = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < line.length() && name.length() < MAX_LENGTH; ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      if (isWord(c)) {
        if (space && !name.isEmpty()) {
          name.append('-');
        }
        name.appendCodePoint(c);
        space = false;
      } else if (!name.isEmpty() && "({[<=:;".indexOf(c) >= 0) {
        break;
      } else {
        space = true;
      }
    }
    return name.toString();
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
