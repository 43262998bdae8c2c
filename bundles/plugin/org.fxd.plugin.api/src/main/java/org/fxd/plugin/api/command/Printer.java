package org.fxd.plugin.api.command;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes text for a person. Styles show as colours where the output is a terminal and the person
 * wants them ({@code NO_COLOR}); elsewhere they are nothing. Control characters in text are made
 * visible, so that no file name and no message can play with the terminal.
 */
@ProviderType
public interface Printer {
  /** How a piece of text looks. */
  enum Style {
    /** As all else. */
    PLAIN,
    /** What a line is about. */
    STRONG,
    /** What matters less. */
    FAINT,
    /** Something came or is well. */
    GOOD,
    /** Something went or is wrong. */
    BAD,
    /** Something changed or needs a look. */
    WARN,
    /** A name that can be typed again: an id, a path. */
    NAME
  }

  /** Writes text. */
  Printer print(String text);

  /** Writes text in a style. */
  Printer print(Style style, String text);

  /** Writes text and ends the line. */
  Printer line(String text);

  /** Ends the line. */
  Printer line();

  /**
   * Writes rows with aligned columns.
   *
   * @param header the columns' names; empty for none
   * @param rows each with as many cells as there are columns
   */
  Printer table(List<String> header, List<List<String>> rows);
}
