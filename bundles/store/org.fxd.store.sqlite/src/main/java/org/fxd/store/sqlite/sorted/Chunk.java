package org.fxd.store.sqlite.sorted;

import java.util.Arrays;
import java.util.List;

/** Some edits in order, each key once: a part of an {@link Overlay}. Immutable. */
final class Chunk {
  /** A chunk without edits. */
  static final Chunk EMPTY = new Chunk(new Edit[0], new long[0], 0);

  private final Edit[] edits;

  /** The {@link #head} of each: a search looks at these, side by side, and seldom at the keys. */
  private final long[] heads;

  private final long bytes;

  private Chunk(Edit[] edits, long[] heads, long bytes) {
    this.edits = edits;
    this.heads = heads;
    this.bytes = bytes;
  }

  /** The first eight bytes of a key, so that they compare as signed numbers as the keys do. */
  static long head(byte[] key) {
    long head = 0;
    if (key.length >= Long.BYTES) {
      head = Long.reverseBytes(Input.window(key, 0));
    } else {
      for (int i = 0; i < key.length; i++) {
        head |= (key[i] & 0xffL) << 56 - 8 * i;
      }
    }
    return head ^ Long.MIN_VALUE;
  }

  int size() {
    return edits.length;
  }

  /** The bytes of keys and values. */
  long bytes() {
    return bytes;
  }

  Edit get(int at) {
    return edits[at];
  }

  long head(int at) {
    return heads[at];
  }

  /** The first edit, from one on, whose key is not below another. */
  int search(int from, byte[] key, long head) {
    int low = from;
    int high = edits.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (heads[middle] < head || heads[middle] == head && compare(middle, key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Compares the key of an edit with another. */
  int compare(int at, byte[] key) {
    return Arrays.compareUnsigned(edits[at].key(), key);
  }

  /** This chunk with some of the edits, which are in order; may get long. */
  Chunk with(List<Edit> more, int from, int to) {
    Edit[] all = new Edit[edits.length + to - from];
    long[] allHeads = new long[all.length];
    long allBytes = bytes;
    int filled = 0;
    int at = 0;
    for (int i = from; i < to; i++) {
      Edit edit = more.get(i);
      long head = head(edit.key());
      int until = search(at, edit.key(), head);
      System.arraycopy(edits, at, all, filled, until - at);
      System.arraycopy(heads, at, allHeads, filled, until - at);
      filled += until - at;
      at = until;
      if (at < edits.length && heads[at] == head && compare(at, edit.key()) == 0) {
        allBytes -= edits[at++].length();
      }
      allBytes += edit.length();
      all[filled] = edit;
      allHeads[filled++] = head;
    }
    int left = edits.length - at;
    System.arraycopy(edits, at, all, filled, left);
    System.arraycopy(heads, at, allHeads, filled, left);
    filled += left;
    return filled == all.length
        ? new Chunk(all, allHeads, allBytes)
        : new Chunk(Arrays.copyOf(all, filled), Arrays.copyOf(allHeads, filled), allBytes);
  }

  /**
   * Cuts this chunk into some of like length.
   *
   * @param most the most edits of one
   * @return how many chunks were put into the target
   */
  int cut(int most, Chunk[] target, int offset) {
    if (edits.length <= most) {
      target[offset] = this;
      return 1;
    }
    int parts = (edits.length + most - 1) / most;
    int from = 0;
    for (int i = 0; i < parts; i++) {
      int to = (int) ((long) edits.length * (i + 1) / parts);
      Edit[] part = Arrays.copyOfRange(edits, from, to);
      long partBytes = 0;
      for (Edit edit : part) {
        partBytes += edit.length();
      }
      target[offset + i] = new Chunk(part, Arrays.copyOfRange(heads, from, to), partBytes);
      from = to;
    }
    return parts;
  }
}
