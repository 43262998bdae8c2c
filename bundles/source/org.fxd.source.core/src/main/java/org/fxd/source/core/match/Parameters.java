package org.fxd.source.core.match;

import java.nio.charset.StandardCharsets;
import org.fxd.source.core.text.Piece;

/**
 * The parameters of a snippet, as far as they can be told without knowing its language: what stands
 * in the first balanced parentheses behind its name, comments before it left out. White space
 * counts only where it keeps two words apart.
 */
final class Parameters {
  /** A heading is shorter. */
  private static final int MAX_LENGTH = 8_192;

  private final String text;
  private final String name;

  private Parameters(String text, String name) {
    this.text = text;
    this.name = name;
  }

  /** The parameters, without the parentheses around them; empty if there are none to be found. */
  static String of(Piece piece) {
    int end = piece.children().isEmpty() ? piece.end() : piece.children().get(0).start();
    int length = Math.min(end - piece.start(), MAX_LENGTH);
    // One character per byte: compared, never shown.
    String text =
        new String(piece.outline().bytes(), piece.start(), length, StandardCharsets.ISO_8859_1);
    String name = new String(piece.name().bytes(), StandardCharsets.ISO_8859_1);
    return name.isEmpty() ? "" : new Parameters(text, name).find();
  }

  private String find() {
    int first = -1;
    for (int at = next(0); at >= 0; at = next(at + name.length())) {
      int behind = skipSpace(at + name.length());
      if (behind < text.length() && text.charAt(behind) == '(') {
        return squeezed(behind);
      }
      first = first < 0 ? behind : first;
    }
    // Such as a function that is the value of a variable.
    int open = first < 0 ? -1 : text.indexOf('(', first);
    return open < 0 ? "" : squeezed(open);
  }

  /** Where the name stands next as a word outside comments; -1 if nowhere. */
  private int next(int from) {
    int i = from;
    while (i < text.length()) {
      int comment = commentEnd(i);
      if (comment > i) {
        i = comment;
      } else if (text.startsWith(name, i) && isApart(i)) {
        return i;
      } else {
        i++;
      }
    }
    return -1;
  }

  private boolean isApart(int at) {
    int end = at + name.length();
    return (at == 0 || !isWord(text.charAt(at - 1)) || !isWord(name.charAt(0)))
        && (end == text.length()
            || !isWord(text.charAt(end))
            || !isWord(name.charAt(name.length() - 1)));
  }

  /** Behind the comment that begins here; here if none does. */
  private int commentEnd(int at) {
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    boolean line = text.startsWith("//", at) || text.startsWith("#", at) && beginsLine(at);
    if (!line) {
      return at;
    }
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  private boolean beginsLine(int at) {
    int i = at;
    while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
      i--;
    }
    return i == 0 || text.charAt(i - 1) == '\n';
  }

  private String squeezed(int open) {
    StringBuilder squeezed = new StringBuilder();
    boolean space = false;
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' && depth++ == 0) {
        continue;
      }
      if (c == ')' && --depth == 0) {
        return squeezed.toString();
      }
      if (c <= ' ') {
        space = true;
        continue;
      }
      int last = squeezed.length() - 1;
      if (space && last >= 0 && isWord(squeezed.charAt(last)) && isWord(c)) {
        squeezed.append(' ');
      }
      squeezed.append(c);
      space = false;
    }
    return "";
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  private static boolean isWord(char c) {
    return c == '_'
        || c == '$'
        || c >= 0x80
        || c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z';
  }
}
