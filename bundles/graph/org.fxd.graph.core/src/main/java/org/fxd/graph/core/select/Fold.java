package org.fxd.graph.core.select;

/** Texts without regard to case, character by character, the same in every language. */
final class Fold {
  private Fold() {}

  /** A text that is equal for all texts that differ in case only. */
  static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().forEach(point -> folded.appendCodePoint(of(point)));
    return folded.toString();
  }

  /** A character that is equal for all characters that differ in case only. */
  static int of(int point) {
    return Character.toLowerCase(Character.toUpperCase(point));
  }

  /** Compares by characters, as the UTF-8 forms of texts compare byte by byte. */
  static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        // Surrogates stand for characters above all others.
        boolean high = Character.isSurrogate(a);
        return high == Character.isSurrogate(b) ? Character.compare(a, b) : high ? 1 : -1;
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
