package org.fxd.shell.print;

import java.util.ArrayList;
import java.util.List;

/** Text for a window: broken between words, as a terminal would not. */
public final class Wrapped {
  private Wrapped() {}

  /**
   * A line as several that fit, if they can: a word that is longer than a line stays whole, so that
   * it can be copied. Spaces at its start are kept.
   *
   * @return at least one
   */
  public static List<String> lines(String line, int width) {
    if (line.length() <= width) {
      return List.of(line);
    }
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (rest.length() > width) {
      int indent = rest.length() - rest.stripLeading().length();
      int end = rest.lastIndexOf(' ', Math.max(0, width));
      if (end <= indent) {
        end = rest.indexOf(' ', indent);
      }
      if (end < 0) {
        break;
      }
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }
}
