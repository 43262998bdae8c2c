package org.fxd.graph.core.select;

import org.fxd.graph.api.select.SelectorException;

/** The text of a selector, read from left to right: white space, words, numbers, quoted texts. */
final class SelectorReader {
  /** The longest selector, in UTF-16 units. */
  static final int LENGTH = 64 * 1024;

  private static final int SHOWN = 30;

  private final String text;
  private int at;

  SelectorReader(String text) {
    this.text = text;
    if (text.length() > LENGTH) {
      throw error(
          LENGTH,
          "it has " + text.length() + " characters",
          "A selector has at most " + LENGTH + " characters.");
    }
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** Whether this character is next. */
  boolean sees(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  /** Reads a character if it is next. */
  boolean skip(char wanted) {
    boolean there = sees(wanted);
    at += there ? 1 : 0;
    return there;
  }

  /** Reads a character that has to be there. */
  void expect(char wanted, String hint) {
    if (!skip(wanted)) {
      throw error(
          at, atEnd() ? "'" + wanted + "' is missing" : "here stands no '" + wanted + "'", hint);
    }
  }

  /** Reads white space; tells whether there was any. */
  boolean space() {
    int from = at;
    while (at < text.length() && " \t\n\r\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at > from;
  }

  /** Reads white space if this character follows it; tells whether the character is next now. */
  boolean spaceBefore(char wanted) {
    int from = at;
    space();
    if (sees(wanted)) {
      return true;
    }
    at = from;
    return false;
  }

  /** Whether a word begins here. */
  boolean seesWord() {
    return at < text.length() && (isWord(text.codePointAt(at)) || text.charAt(at) == '\\');
  }

  /** A character that words are made of. */
  static boolean isWord(int point) {
    return point >= 'a' && point <= 'z'
        || point >= 'A' && point <= 'Z'
        || point >= '0' && point <= '9'
        || point == '_'
        || point == '-'
        || point > 0x7f;
  }

  /**
   * Reads a word.
   *
   * @param dots whether it may hold dots
   * @param what is expected, for the error
   */
  String word(boolean dots, String what, String hint) {
    StringBuilder word = new StringBuilder();
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (point == '\\') {
        at++;
        if (atEnd()) {
          throw error(at - 1, "there is nothing behind the backslash", hint);
        }
        point = text.codePointAt(at);
      } else if (!isWord(point) && !(dots && point == '.')) {
        break;
      }
      word.appendCodePoint(whole(point));
      at += Character.charCount(point);
    }
    if (word.isEmpty()) {
      throw error(at, what + " is missing", hint);
    }
    return word.toString();
  }

  /** Reads what an attribute is compared with: a quoted text, a number or a word. */
  String value(String hint) {
    if (sees('"') || sees('\'')) {
      return quoted();
    }
    int end = Numbers.end(text, at);
    boolean number =
        end > at
            && (end == text.length() || text.charAt(end) != '\\' && !isWord(text.codePointAt(end)));
    if (number) {
      String digits = text.substring(at, end);
      at = end;
      return digits;
    }
    return word(false, "a value", hint);
  }

  private String quoted() {
    int opening = at;
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      int point = text.codePointAt(at);
      if (point == '\\') {
        at++;
        if (!sees('"') && !sees('\'') && !sees('\\')) {
          throw error(
              at - 1,
              "this backslash stands before neither a quote nor a backslash",
              "Within quotes, a backslash is written \\\\ and a quote \\" + quote + ".");
        }
        point = text.charAt(at);
      }
      value.appendCodePoint(whole(point));
      at += Character.charCount(point);
    }
    if (atEnd()) {
      throw error(opening, "this quote is not closed", "Close it with another " + quote + ".");
    }
    at++;
    return value.toString();
  }

  private int whole(int point) {
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      throw error(at, "this is half a character", "A text is whole Unicode characters.");
    }
    return point;
  }

  /** Reads lower-case letters and hyphens; the empty text if there are none. */
  String letters() {
    return take("abcdefghijklmnopqrstuvwxyz-");
  }

  /** Reads digits; the empty text if there are none. */
  String digits() {
    return take("0123456789");
  }

  private String take(String alphabet) {
    int from = at;
    while (at < text.length() && alphabet.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(from, at);
  }

  /** What stands here, to be named in an error. */
  String here() {
    return atEnd() ? "the end" : "'" + shown(text.substring(at, at + Math.min(1, rest()))) + "'";
  }

  private int rest() {
    return text.length() - at;
  }

  /** An error at a place, which is shown with what stands around it. */
  SelectorException error(int place, String what, String hint) {
    int from = Math.max(0, place - SHOWN);
    int to = Math.min(text.length(), place + SHOWN);
    String before = (from > 0 ? "..." : "") + shown(text.substring(from, place));
    String after = shown(text.substring(place, to)) + (to < text.length() ? "..." : "");
    return new SelectorException(
        "Not a selector: "
            + what
            + " (column "
            + (place + 1)
            + ": "
            + before
            + " <-- here "
            + after
            + ").",
        hint,
        place + 1);
  }

  /** Errors are one line and whole characters, whatever was given. */
  private static String shown(String part) {
    return part.codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
