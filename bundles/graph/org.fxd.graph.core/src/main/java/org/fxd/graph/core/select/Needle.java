package org.fxd.graph.core.select;

/**
 * A text to be searched for, with what is known of it before: where to go on after a mismatch (as
 * Knuth, Morris and Pratt do). Immutable.
 */
final class Needle {
  private final String text;
  private final boolean ignoreCase;
  private final int[] borders;

  Needle(String text, boolean ignoreCase) {
    this.text = ignoreCase ? Fold.of(text) : text;
    this.ignoreCase = ignoreCase;
    this.borders = new int[this.text.length() + 1];
    borders[0] = -1;
    int border = -1;
    for (int i = 0; i < this.text.length(); i++) {
      border = next(border, this.text.charAt(i));
      borders[i + 1] = border;
    }
  }

  String text() {
    return text;
  }

  boolean ignoreCase() {
    return ignoreCase;
  }

  int length() {
    return text.length();
  }

  /**
   * How much of this is matched after one more UTF-16 unit.
   *
   * @param matched how much was before; less than all
   */
  int next(int matched, int unit) {
    int at = matched;
    while (at >= 0 && text.charAt(at) != unit) {
      at = borders[at];
    }
    return at + 1;
  }
}
