package org.fxd.store.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One entry of an index as a batch wants it.
 *
 * @param key where
 * @param value what; null for no entry
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IndexEdit(byte[] key, byte[] value) {
  /** Sorts edits by key, and keeps the last of those of one key. */
  static List<IndexEdit> inOrder(List<IndexEdit> edits) {
    List<IndexEdit> sorted = new ArrayList<>(edits);
    // A stable sort: edits of one key stay in the order in which they were made.
    sorted.sort((a, b) -> Arrays.compareUnsigned(a.key, b.key));
    int kept = 0;
    for (int i = 0; i < sorted.size(); i++) {
      IndexEdit edit = sorted.get(i);
      if (kept > 0 && Arrays.equals(sorted.get(kept - 1).key, edit.key)) {
        kept--;
      }
      sorted.set(kept++, edit);
    }
    return sorted.subList(0, kept);
  }
}
