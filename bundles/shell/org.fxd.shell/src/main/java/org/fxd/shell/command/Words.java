package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into what a diff of words compares: words, blanks between them, line breaks, and
 * every other character by itself.
 */
final class Words {
  private static final int SINGLE = 0;
  private static final int WORD = 1;
  private static final int BLANK = 2;

  private Words() {}

  /** The parts of a text; together they are the text. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int sort = sort(text.codePointAt(at));
      int end = at + Character.charCount(text.codePointAt(at));
      while (sort != SINGLE && end < text.length() && sort(text.codePointAt(end)) == sort) {
        end += Character.charCount(text.codePointAt(end));
      }
      words.add(text.substring(at, end));
      at = end;
    }
    return words;
  }

  private static int sort(int c) {
    if (Character.isLetterOrDigit(c) || c == '_') {
      return WORD;
    }
    return c != '\n' && Character.isWhitespace(c) ? BLANK : SINGLE;
  }
}
