package org.fxd.graph.api.error;

/**
 * Writes words into commands that a person is to type, such as those that hints name: splitting the
 * line gives each word back, in FXD's shell and in a POSIX one.
 */
public final class Quoting {
  private static final String PLAIN = "_-./:,+@%^=~";

  private Quoting() {}

  /** A path, or whatever else has a text, as one word. */
  public static String quote(Object word) {
    return quote(word.toString());
  }

  /** The word as it is if nothing in it is special to any shell, else in single quotes. */
  public static String quote(String word) {
    return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(String word) {
    if (word.isEmpty() || word.charAt(0) == '~') {
      return false;
    }
    return word.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
  }
}
