package org.fxd.shell.project;

import java.util.regex.Pattern;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.select.SelectorException;
import org.fxd.graph.api.select.Selectors;
import org.fxd.shell.print.VisibleText;
import org.jline.utils.WCWidth;

/** A text that is no selector, with the text, so that it can be shown where it is wrong. */
public final class SelectorProblem extends UsageException {
  private static final long serialVersionUID = 1L;

  // For where nothing but the message shows, it has an excerpt; here the caret stands for that.
  private static final Pattern EXCERPT =
      Pattern.compile("\\s*\\(column \\d+: .* <-- here .*\\)", Pattern.DOTALL);

  private final String text;
  private final int column;

  private SelectorProblem(String text, SelectorException e) {
    super(EXCERPT.matcher(e.getMessage()).replaceFirst(""), e.hint().orElse(null), e);
    this.text = text;
    this.column = Math.max(1, Math.min(e.column(), text.length() + 1));
  }

  /**
   * Compiles a selector.
   *
   * @throws SelectorProblem if it is none
   */
  public static Selector compile(Selectors selectors, String text) {
    try {
      return selectors.compile(text);
    } catch (SelectorException e) {
      throw new SelectorProblem(text, e);
    }
  }

  /** Where it is wrong, in UTF-16 units from 1. */
  public int column() {
    return column;
  }

  /**
   * Two lines: the text, or what of it fits around the place, and a caret below the place.
   *
   * @param width how many columns a line has
   */
  public String excerpt(int width) {
    int at = column - 1;
    String before = VisibleText.of(text.substring(0, at));
    String after = VisibleText.of(text.substring(at));
    int room = Math.max(16, width);
    if (columns(before) + columns(after) > room) {
      before = lastOf(before, Math.max(room / 2, room - columns(after)));
      after = firstOf(after, room - columns(before));
    }
    return before + after + "\n" + " ".repeat(columns(before)) + "^";
  }

  private static String lastOf(String whole, int room) {
    if (columns(whole) <= room) {
      return whole;
    }
    int from = whole.length();
    int taken = 1;
    while (from > 0) {
      int point = whole.codePointBefore(from);
      taken += width(point);
      if (taken > room) {
        break;
      }
      from -= Character.charCount(point);
    }
    return "…" + whole.substring(from);
  }

  private static String firstOf(String whole, int room) {
    if (columns(whole) <= room) {
      return whole;
    }
    int to = 0;
    int taken = 1;
    while (to < whole.length()) {
      int point = whole.codePointAt(to);
      taken += width(point);
      if (taken > room) {
        break;
      }
      to += Character.charCount(point);
    }
    return whole.substring(0, to) + "…";
  }

  private static int columns(String part) {
    return part.codePoints().map(SelectorProblem::width).sum();
  }

  private static int width(int point) {
    return Math.max(0, WCWidth.wcwidth(point));
  }
}
