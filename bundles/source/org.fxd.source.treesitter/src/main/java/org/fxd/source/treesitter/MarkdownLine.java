package org.fxd.source.treesitter;

import java.util.Optional;
import java.util.Set;

/**
 * A line of a Markdown text, or what is left of it behind list markers.
 *
 * @param start of the line in the text
 * @param from where its content begins, behind blanks
 * @param to where it ends, before blanks and the line break
 * @param indent the columns before {@code from}
 */
record MarkdownLine(Text text, int start, int from, int to, int indent) {
  private static final int TAB = 4;

  private static final Set<String> BLOCK_TAGS =
      Set.of(
          "address",
          "article",
          "aside",
          "base",
          "basefont",
          "blockquote",
          "body",
          "caption",
          "center",
          "col",
          "colgroup",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "frame",
          "frameset",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hr",
          "html",
          "iframe",
          "legend",
          "li",
          "link",
          "main",
          "menu",
          "menuitem",
          "nav",
          "noframes",
          "ol",
          "optgroup",
          "option",
          "p",
          "param",
          "search",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "track",
          "ul");

  private static final Set<String> RAW_TAGS = Set.of("script", "pre", "style", "textarea");

  /** The line from {@code start} to {@code end}, read from the column {@code column} on. */
  static MarkdownLine of(Text text, int start, int begin, int end, int column) {
    int to = end;
    while (to > begin && (Text.blank(text.at(to - 1)) || text.at(to - 1) == '\n')) {
      to--;
    }
    int from = begin;
    int indent = column;
    while (from < to && Text.blank(text.at(from))) {
      indent = text.at(from) == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
      from++;
    }
    return new MarkdownLine(text, start, from, to, indent);
  }

  boolean isBlank() {
    return from >= to;
  }

  private char at(int offset) {
    return offset < to ? (char) (text.at(offset) & 0xFF) : ' ';
  }

  private int run(char c) {
    int end = from;
    while (end < to && at(end) == c) {
      end++;
    }
    return end - from;
  }

  /** The level of an ATX heading; 0 if it is none. */
  int atx() {
    int level = run('#');
    boolean spaced = from + level == to || Text.blank(text.at(Math.min(from + level, to - 1)));
    return level <= 6 && spaced ? level : 0;
  }

  /** The text of an ATX heading, without the number signs. */
  String atxName() {
    int begin = from + run('#');
    int end = to;
    while (end > begin && at(end - 1) == '#') {
      end--;
    }
    boolean closed = end == begin || Text.blank(text.at(end - 1));
    return text.name(begin, closed ? end : to);
  }

  /** The level of the heading whose text it underlines; 0 if it is no underline. */
  int underline() {
    if (run('=') == to - from) {
      return 1;
    }
    return run('-') == to - from ? 2 : 0;
  }

  boolean isThematicBreak() {
    char c = at(from);
    if (c != '-' && c != '*' && c != '_') {
      return false;
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      if (at(i) == c) {
        count++;
      } else if (!Text.blank(text.at(i))) {
        return false;
      }
    }
    return count >= 3;
  }

  boolean isQuote() {
    return at(from) == '>';
  }

  /** The fence that it opens. */
  Optional<Fence> fence() {
    char c = at(from);
    int length = run(c);
    if ((c != '`' && c != '~') || length < 3) {
      return Optional.empty();
    }
    for (int i = from + length; c == '`' && i < to; i++) {
      if (at(i) == '`') {
        return Optional.empty();
      }
    }
    return Optional.of(new Fence(c, length));
  }

  /**
   * The marks around a block of code.
   *
   * @param mark the character
   * @param length how many of it
   */
  record Fence(char mark, int length) {
    boolean closedBy(MarkdownLine line) {
      int run = line.run(mark);
      return run >= length && run == line.to - line.from;
    }
  }

  /** How a block of HTML that it begins ends: a text in lower case, or a blank line if empty. */
  Optional<String> html() {
    if (at(from) != '<') {
      return Optional.empty();
    }
    if (text.startsWith("<!--", from)) {
      return Optional.of("-->");
    }
    if (text.startsWith("<?", from)) {
      return Optional.of("?>");
    }
    if (text.startsWith("<![CDATA[", from)) {
      return Optional.of("]]>");
    }
    if (at(from + 1) == '!') {
      return Character.isLetter(at(from + 2)) ? Optional.of(">") : Optional.empty();
    }
    int begin = at(from + 1) == '/' ? from + 2 : from + 1;
    int end = begin;
    while (end < to && end < begin + 12 && Character.isLetterOrDigit(at(end))) {
      end++;
    }
    String tag = text.lowerCase(begin, end);
    char behind = at(end);
    if (behind != ' ' && behind != '\t' && behind != '>' && behind != '/') {
      return Optional.empty();
    }
    if (begin == from + 1 && RAW_TAGS.contains(tag)) {
      return Optional.of("</" + tag + ">");
    }
    return BLOCK_TAGS.contains(tag) ? Optional.of("") : Optional.empty();
  }

  boolean contains(String lowerCase) {
    return text.lowerCase(from, to).contains(lowerCase);
  }

  /** What stands behind a list marker, at its column; empty if it begins no list item. */
  Optional<MarkdownLine> item() {
    int end = from;
    if (at(from) == '-' || at(from) == '+' || at(from) == '*') {
      end++;
    } else {
      while (end < to && end < from + 9 && Character.isDigit(at(end)) && at(end) < 0x80) {
        end++;
      }
      if (end == from || (at(end) != '.' && at(end) != ')')) {
        return Optional.empty();
      }
      end++;
    }
    if (end < to && !Text.blank(text.at(end))) {
      return Optional.empty();
    }
    int marker = indent + end - from;
    MarkdownLine rest = of(text, start, Math.min(end, to), to, marker);
    // More than four blanks behind the marker are code within the item, which begins after one.
    return rest.isBlank() || rest.indent > marker + 4
        ? Optional.of(new MarkdownLine(text, start, rest.from, to, marker + 1))
        : Optional.of(rest);
  }

  /** Whether it may begin a list in the middle of a paragraph. */
  boolean interrupts() {
    return item().filter(rest -> !rest.isBlank()).isPresent()
        && (!Character.isDigit(at(from)) || (at(from) == '1' && !Character.isDigit(at(from + 1))));
  }
}
