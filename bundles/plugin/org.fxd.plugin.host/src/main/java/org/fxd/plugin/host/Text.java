package org.fxd.plugin.host;

import java.lang.reflect.InvocationTargetException;
import org.osgi.framework.BundleException;

/** Words for people, from what was meant for machines. */
final class Text {
  private static final int LONGEST = 200;

  private Text() {}

  /** What went wrong, in one line: the innermost cause that says something. */
  static String cause(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof BundleException || cause instanceof InvocationTargetException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : kind + ": " + firstLine(message);
  }

  /** The first line that says something, shortened, with control characters made visible. */
  static String firstLine(String text) {
    String line = text.lines().map(String::strip).filter(s -> !s.isEmpty()).findFirst().orElse("");
    return visible(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
  }

  /** Without anything that could play with a terminal. */
  static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                out.append(String.format("\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
