package org.fxd.shell.print;

/**
 * Makes visible what a terminal would obey instead of show: control characters, line and paragraph
 * separators, characters that reverse the direction of text, and halves of surrogate pairs.
 */
public final class VisibleText {
  private VisibleText() {}

  /** The text with every such character written as an escape; a tab stays. */
  public static String of(String text) {
    return escape(text, false);
  }

  /** The same, with tabs written as escapes too: for cells of a table. */
  public static String ofCell(String text) {
    return escape(text, true);
  }

  private static String escape(String text, boolean tabs) {
    if (text.codePoints().noneMatch(c -> isHidden(c) && (c != '\t' || tabs))) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (!isHidden(c) || (c == '\t' && !tabs)) {
                out.appendCodePoint(c);
              } else if (c == '\n') {
                out.append("\\n");
              } else if (c == '\r') {
                out.append("\\r");
              } else if (c == '\t') {
                out.append("\\t");
              } else {
                out.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u%04x".formatted(c));
              }
            });
    return out.toString();
  }

  private static boolean isHidden(int c) {
    return Character.isISOControl(c)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || (c >= 0xd800 && c <= 0xdfff);
  }
}
