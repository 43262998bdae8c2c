package org.fxd.store.memory;

import java.util.Arrays;

/**
 * Entries in order, packed: their bytes one after the other in one array, so that an entry costs
 * its bytes and eight more. Immutable; never empty.
 */
final class Run {
  private final byte[] bytes;

  /** Where each key begins, where its value begins, and at last where all ends. */
  private final int[] bounds;

  Run(byte[] bytes, int[] bounds) {
    this.bytes = bytes;
    this.bounds = bounds;
  }

  int size() {
    return bounds.length / 2;
  }

  byte[] key(int at) {
    return Arrays.copyOfRange(bytes, bounds[2 * at], bounds[2 * at + 1]);
  }

  byte[] value(int at) {
    return Arrays.copyOfRange(bytes, bounds[2 * at + 1], bounds[2 * at + 2]);
  }

  int keyLength(int at) {
    return bounds[2 * at + 1] - bounds[2 * at];
  }

  /** The length of a key and its value. */
  int length(int at) {
    return bounds[2 * at + 2] - bounds[2 * at];
  }

  void copy(int at, byte[] target, int offset) {
    System.arraycopy(bytes, bounds[2 * at], target, offset, length(at));
  }

  /** Compares a key here with another. */
  int compare(int at, byte[] key) {
    return Arrays.compareUnsigned(bytes, bounds[2 * at], bounds[2 * at + 1], key, 0, key.length);
  }

  /** The first entry whose key is not below one; the size if there is none. */
  int search(byte[] key) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(middle, key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
