package org.fxd.graph.core.workspace;

/** What a person is to type. */
public final class Typed {
  private Typed() {}

  /** A word of a command, such as the path of a file, in quotes if it needs them. */
  public static String word(Object word) {
    String text = word.toString();
    return text.matches("[\\w./:+@%,=-]+") ? text : "'" + text.replace("'", "\\'") + "'";
  }
}
