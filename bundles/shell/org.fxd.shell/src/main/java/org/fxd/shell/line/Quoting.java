package org.fxd.shell.line;

/** Writes a word so that splitting the line gives it back, in this shell and in a POSIX one. */
public final class Quoting {
  private static final String PLAIN = "_-./:,+@%^=~";

  private Quoting() {}

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
