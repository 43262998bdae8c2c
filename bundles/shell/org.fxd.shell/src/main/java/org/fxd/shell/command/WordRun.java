package org.fxd.shell.command;

/**
 * Words in a row that have one fate.
 *
 * @param sign {@code -} if they went, {@code +} if they came, a space if they stayed
 * @param text the words with all that stands between them; not empty
 */
record WordRun(char sign, String text) {
  /** The text between the marks of its sign, so that it can be told apart without colours. */
  String marked(String part) {
    return switch (sign) {
      case '-' -> "[-" + part + "-]";
      case '+' -> "{+" + part + "+}";
      default -> part;
    };
  }
}
