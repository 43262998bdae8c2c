package org.fxd.store.sqlite.sorted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One entry as it is to be.
 *
 * @param key where: 1 to {@link #MAX_KEY} bytes, which must not change afterwards
 * @param value what, at most {@link #MAX_VALUE} bytes, which must not change either; null if the
 *     entry is removed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Edit(byte[] key, byte[] value) {
  /** The longest key, in bytes. */
  public static final int MAX_KEY = 1024;

  /** The longest value, in bytes. */
  public static final int MAX_VALUE = 16 << 20;

  /** Refuses what no entry can hold. */
  public Edit {
    if (key.length == 0 || key.length > MAX_KEY) {
      throw new IllegalArgumentException("a key has 1 to 1024 bytes, not " + key.length);
    }
    if (value != null && value.length > MAX_VALUE) {
      throw new IllegalArgumentException(
          "a value has at most " + MAX_VALUE + " bytes, not " + value.length);
    }
  }

  /** Whether the entry is removed. */
  public boolean isRemoval() {
    return value == null;
  }

  /** The bytes of key and value. */
  int length() {
    return value == null ? key.length : key.length + value.length;
  }

  /** Sorts edits by key, and keeps the last of those of one key. */
  public static List<Edit> inOrder(List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    // A stable sort: edits of one key stay in the order in which they were made.
    sorted.sort((a, b) -> Arrays.compareUnsigned(a.key, b.key));
    int kept = 0;
    for (int i = 0; i < sorted.size(); i++) {
      Edit edit = sorted.get(i);
      if (kept > 0 && Arrays.equals(sorted.get(kept - 1).key, edit.key)) {
        kept--;
      }
      sorted.set(kept++, edit);
    }
    return sorted.subList(0, kept);
  }
}
