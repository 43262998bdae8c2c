package org.fxd.source.core.text;

/**
 * Which files are text, and so have snippets. All others stay raw, whatever their name.
 *
 * <p>The rule is the one Git uses, so that the two agree on what is binary: a NUL among the first
 * bytes. The size limit keeps one generated file from filling the memory with nodes.
 */
public final class TextRule {
  /** The largest file that is scanned, in bytes. */
  public static final int MAX_SIZE = 8 * 1024 * 1024;

  /** How many bytes at the start must be free of NUL. */
  public static final int PROBE = 8_000;

  private TextRule() {}

  /** Whether a file of this size may be scanned. */
  public static boolean allowsSize(long size) {
    return size <= MAX_SIZE;
  }

  /** Whether a file with these bytes is scanned. */
  public static boolean isText(byte[] bytes) {
    if (!allowsSize(bytes.length)) {
      return false;
    }
    int end = Math.min(bytes.length, PROBE);
    for (int i = 0; i < end; i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    return true;
  }
}
