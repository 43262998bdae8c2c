package org.fxd.store.sqlite;

/**
 * How often it was changed in a file what stands where. Only whether two are the same is of
 * interest, so one that is damaged in the file stands for a certain number, and is put right by the
 * next change.
 */
final class Epoch {
  /** Above what any file gets to by itself. */
  private static final long UNKNOWN = 1_000_000_000_000_000L;

  private static final int MOST_DIGITS = 18;

  /** The first number with more digits. */
  private static final long LIMIT = 1_000_000_000_000_000_000L;

  private Epoch() {}

  /** What a file says; null if it says nothing. */
  static long of(String text) {
    return isNumber(text) ? Long.parseLong(text) : UNKNOWN;
  }

  /** Whether what a file says is an epoch. Asked with every reading, so it is quick. */
  static boolean isNumber(String text) {
    if (text == null || text.isEmpty() || text.length() > MOST_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The one after another. */
  static long next(long epoch) {
    return epoch + 1 < LIMIT ? epoch + 1 : UNKNOWN;
  }
}
