package org.fxd.source.treesitter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes a text as people do: lines, words, signs; many a text is sound still. */
final class RandomEdit {
  private static final List<String> ADDED =
      List.of(
          "/* x */",
          "// y\n",
          "# z\n",
          "/** d */\n",
          "\n",
          "\n\n",
          "  ",
          "\u00e9",
          "\ud83d\ude00",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "<",
          ">",
          ";",
          ",",
          "'",
          "\"",
          "\"\"\"",
          "`",
          "/*",
          "*/",
          "@",
          "=",
          "\\",
          "${",
          "static ",
          "async ",
          "abstract ",
          "export ",
          "class A {}\n");
  private static final List<String> PAIRS = List.of("()", "{}", "[]", "<>", "\"\"", "''", "``");

  private final Random random;

  RandomEdit(Random random) {
    this.random = random;
  }

  /** The text with one thing changed. */
  byte[] of(byte[] text) {
    int at = random.nextInt(text.length + 1);
    int line = start(text, at);
    int end = end(text, line, 1 + random.nextInt(random.nextInt(4) == 0 ? 12 : 1));
    return switch (random.nextInt(9)) {
      case 0 -> splice(text, line, end, new byte[0]);
      case 1 -> splice(text, end, end, Arrays.copyOfRange(text, line, end));
      case 2 -> {
        byte[] without = splice(text, line, end, new byte[0]);
        int to = start(without, random.nextInt(without.length + 1));
        yield splice(without, to, to, Arrays.copyOfRange(text, line, end));
      }
      case 3, 4, 5 -> word(text, at);
      case 6 -> splice(text, at, Math.min(text.length, at + 1), new byte[0]);
      case 7 -> {
        String pair = PAIRS.get(random.nextInt(PAIRS.size()));
        int close = Math.min(text.length, at + random.nextInt(100));
        yield splice(insert(text, close, pair.substring(1)), at, at, bytes(pair.substring(0, 1)));
      }
      default -> insert(text, at, ADDED.get(random.nextInt(ADDED.size())));
    };
  }

  /** A word becomes another one of the text, or a bit longer. */
  private byte[] word(byte[] text, int at) {
    int[] one = bounds(text, at);
    if (random.nextInt(3) == 0) {
      return insert(text, one[1], "x1");
    }
    int[] other = bounds(text, random.nextInt(text.length + 1));
    return splice(text, one[0], one[1], Arrays.copyOfRange(text, other[0], other[1]));
  }

  private static int[] bounds(byte[] text, int at) {
    int start = at;
    while (start < text.length && !isWord(text[start])) {
      start++;
    }
    int end = start;
    while (end < text.length && isWord(text[end])) {
      end++;
    }
    while (start > 0 && isWord(text[start - 1])) {
      start--;
    }
    return new int[] {start, end};
  }

  private static boolean isWord(byte b) {
    return b == '_' || Character.isLetterOrDigit(b);
  }

  private static int start(byte[] text, int at) {
    int start = at;
    while (start > 0 && text[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static int end(byte[] text, int from, int lines) {
    int end = from;
    for (int left = lines; left > 0 && end < text.length; end++) {
      left -= text[end] == '\n' ? 1 : 0;
    }
    return end;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] insert(byte[] text, int at, String added) {
    return splice(text, at, at, bytes(added));
  }

  private static byte[] splice(byte[] text, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(text, 0, from);
    out.writeBytes(by);
    out.write(text, to, text.length - to);
    return out.toByteArray();
  }
}
