package org.fxd.store.sqlite.frame;

/**
 * An object of the frame that is being written, which others may be deltas against.
 *
 * @param number its number in the frame
 * @param depth how many deltas are behind it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Version(byte[] bytes, int number, int depth) {
  /** Chains stay well below what a reader takes. */
  private static final int MOST_DEPTH = 48;

  /** Whether there may be another delta behind it. */
  boolean isBase() {
    return depth < MOST_DEPTH;
  }
}
