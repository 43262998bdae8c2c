package org.fxd.source.core.board;

import java.util.Map;
import org.fxd.graph.api.error.UsageException;
import org.fxd.source.api.view.ViewOptions;

/** The options of a view, read. */
record Layout(String separator, String eol, boolean hoist, boolean byOrder) {
  private static final String SEPARATOR = "\n\n";

  static Layout of(Map<String, String> options) {
    return new Layout(
        separator(options.get(ViewOptions.SEPARATOR)),
        choice(options, ViewOptions.EOL, "lf", "crlf") ? "\n" : "\r\n",
        !choice(options, ViewOptions.HOIST, "false", "true"),
        choice(options, ViewOptions.SORT, "order", "group"));
  }

  private static String separator(String option) {
    return option == null
        ? SEPARATOR
        : option.replace("\\n", "\n").replace("\\t", "\t").replace("\r\n", "\n");
  }

  /** Whether it is the first of two, which is the default. */
  private static boolean choice(
      Map<String, String> options, String name, String usual, String other) {
    String option = options.getOrDefault(name, usual);
    if (!option.equals(usual) && !option.equals(other)) {
      throw new UsageException(
          "The option " + name + " of a view cannot be '" + option + "'.",
          "It is " + usual + " or " + other + ".");
    }
    return option.equals(usual);
  }

  /** A text with the line breaks of the view. */
  String lines(String text) {
    return eol.equals("\n") ? text : text.replace("\n", eol);
  }
}
