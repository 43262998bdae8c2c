package org.fxd.source.core.marker;

import java.util.Optional;

/**
 * One line that is a marker, or would be one without the backslashes that say otherwise.
 *
 * @param begin whether it is a begin marker; else an end marker
 * @param slashes the offset of the first backslash behind {@code FX:} in the line, or where it
 *     would be
 * @param escapes how many backslashes there are; with none the line is a marker
 * @param attributes what follows, without the sign that closes the comment
 */
record MarkerLine(boolean begin, int slashes, int escapes, String attributes) {
  private static final String PREFIX = "FX:";

  /** Signs that begin a comment; more signs may follow, as in {@code ##}. */
  private static final String[] SIGNS = {
    "#", "/", ";", "*", "%", "!", "'", "\"", "\\", "<!--", "<%", "--", "(*", "{-", "{#", "{{!",
    "..", "::"
  };

  /** Signs that are words; white space follows. */
  private static final String[] WORDS = {"rem", "@rem", "dnl"};

  /** Openings and what closes them; the first that fits counts. */
  private static final String[][] CLOSINGS = {
    {"<!--", "-->"},
    {"/*", "*/"},
    {"*", "*/"},
    {"\"\"\"", "\"\"\""},
    {"(*", "*)"},
    {"{-", "-}"},
    {"--[[", "]]"},
    {"{{!--", "--}}"},
    {"{#", "#}"},
    {"<%", "%>"}
  };

  /** No style has a longer sign; what is longer is a line drawn across the page. */
  private static final int MAX_SIGN = 16;

  /** Whether the line is a marker, and not merely text that talks of one. */
  boolean isMarker() {
    return escapes == 0;
  }

  /** Reads a line, with or without its line break. Costs what the line is long. */
  static Optional<MarkerLine> of(String line) {
    // Most lines are none: this look is the cheapest way to say so.
    int prefix = line.indexOf(PREFIX);
    if (prefix < 0) {
      return Optional.empty();
    }
    int start = skipSpace(line, 0);
    int sign = skipSign(line, start);
    if (sign < 0 || skipSpace(line, sign) != prefix) {
      return Optional.empty();
    }
    int slashes = prefix + PREFIX.length();
    int at = slashes;
    while (at < line.length() && line.charAt(at) == '\\') {
      at++;
    }
    boolean begin = line.startsWith("BEGIN", at);
    if (!begin && !line.startsWith("END", at)) {
      return Optional.empty();
    }
    int from = at + (begin ? "BEGIN" : "END").length();
    int end = contentEnd(line, start, from);
    if (from < end && !isSpace(line.charAt(from))) {
      return Optional.empty();
    }
    return Optional.of(
        new MarkerLine(begin, slashes, at - slashes, line.substring(from, Math.max(from, end))));
  }

  /** Where a comment's sign ends; -1 if none begins here. */
  private static int skipSign(String line, int start) {
    for (String word : WORDS) {
      int end = start + word.length();
      if (line.regionMatches(true, start, word, 0, word.length())
          && end < line.length()
          && isSpace(line.charAt(end))) {
        return end;
      }
    }
    for (String sign : SIGNS) {
      if (line.startsWith(sign, start)) {
        int end = start + sign.length();
        while (end < line.length() && isSign(line.charAt(end))) {
          end++;
        }
        return end - start > MAX_SIGN ? -1 : end;
      }
    }
    return -1;
  }

  private static boolean isSign(char c) {
    return !isSpace(c) && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
  }

  private static int contentEnd(String line, int start, int from) {
    int end = skipSpaceBack(line, from, line.length());
    for (String[] pair : CLOSINGS) {
      if (line.startsWith(pair[0], start)) {
        int closing = end - pair[1].length();
        return closing >= from && line.startsWith(pair[1], closing)
            ? skipSpaceBack(line, from, closing)
            : end;
      }
    }
    return end;
  }

  private static int skipSpace(String line, int from) {
    int at = from;
    while (at < line.length() && isSpace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int skipSpaceBack(String line, int from, int end) {
    int at = end;
    while (at > from && isSpace(line.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** White space as the original has it: that of JavaScript, a byte order mark included. */
  static boolean isSpace(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\u000b', '\f', '\r', '\u00a0', '\u1680', '\u2028', '\u2029' -> true;
      case '\u202f', '\u205f', '\u3000', '\ufeff' -> true;
      default -> c >= '\u2000' && c <= '\u200a';
    };
  }
}
