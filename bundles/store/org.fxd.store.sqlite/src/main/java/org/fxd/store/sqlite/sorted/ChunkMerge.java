package org.fxd.store.sqlite.sorted;

import java.util.Arrays;
import java.util.List;

/** A chunk of an overlay with the edits that fall into it. */
final class ChunkMerge {
  private final Edit[] all;
  private int entries;
  private long moreBytes;

  /** Merges a chunk with some of the edits, which are in order. */
  ChunkMerge(Edit[] chunk, List<Edit> edits, int from, int to) {
    all = new Edit[chunk.length + to - from];
    int at = 0;
    for (int i = from; i < to; i++) {
      Edit edit = edits.get(i);
      int until = Overlay.search(chunk, at, edit.key());
      System.arraycopy(chunk, at, all, entries, until - at);
      entries += until - at;
      at = until;
      if (at < chunk.length && Arrays.equals(chunk[at].key(), edit.key())) {
        moreBytes -= chunk[at++].length();
      }
      moreBytes += edit.length();
      all[entries++] = edit;
    }
    System.arraycopy(chunk, at, all, entries, chunk.length - at);
    entries += chunk.length - at;
  }

  int entries() {
    return entries;
  }

  /** The bytes that there are more now, or fewer. */
  long moreBytes() {
    return moreBytes;
  }

  /**
   * Cuts the entries into chunks of like length.
   *
   * @param most the most entries of one
   * @return how many chunks were put into the target
   */
  int cut(int most, Edit[][] target, int offset) {
    int parts = (entries + most - 1) / most;
    int from = 0;
    for (int i = 0; i < parts; i++) {
      int to = (int) ((long) entries * (i + 1) / parts);
      target[offset + i] = Arrays.copyOfRange(all, from, to);
      from = to;
    }
    return parts;
  }
}
