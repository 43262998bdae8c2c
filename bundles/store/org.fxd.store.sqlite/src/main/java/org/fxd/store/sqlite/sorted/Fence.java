package org.fxd.store.sqlite.sorted;

import java.util.List;

/** Where each block of a run begins: tells without the file which block may hold a key. */
final class Fence {
  private final Slices firsts;
  private final long[] ids;

  /**
   * The blocks of a run.
   *
   * @param firsts their first keys, in order; at least one
   * @param ids their ids, in the same order
   */
  Fence(List<byte[]> firsts, long[] ids) {
    long[] lengths = new long[ids.length];
    Output bytes = new Output(16 * ids.length);
    for (int i = 0; i < lengths.length; i++) {
      byte[] first = firsts.get(i);
      lengths[i] = first.length;
      bytes.put(first, 0, first.length);
    }
    this.firsts = Slices.of(bytes.toArray(), Numbers.of(lengths));
    this.ids = ids;
  }

  /** The id of the last block whose first key is not above one; -1 if there is none. */
  long floor(byte[] key) {
    int at = above(key) - 1;
    return at < 0 ? -1 : ids[at];
  }

  /** The id of the first block whose first key is above one; -1 if there is none. */
  long after(byte[] key) {
    int at = above(key);
    return at == ids.length ? -1 : ids[at];
  }

  private int above(byte[] key) {
    int low = 0;
    int high = ids.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firsts.compare(middle, key, 0) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The bytes of memory that this takes, about. */
  int weight() {
    return firsts.weight() + 8 * ids.length + 48;
  }
}
