package org.fxd.store.sqlite.sorted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The newest entries and removals of a space, in memory and in order. Immutable: edits make another
 * one that shares all but the few chunks that they fall into, so who reads one neither waits nor is
 * waited for.
 */
public final class Overlay {
  /** An overlay without entries. */
  public static final Overlay EMPTY = new Overlay(new Edit[0][], 0, 0);

  /** The most entries of a chunk. */
  private static final int CHUNK = 64;

  private final Edit[][] chunks;
  private final int entries;
  private final long bytes;

  private Overlay(Edit[][] chunks, int entries, long bytes) {
    this.chunks = chunks;
    this.entries = entries;
    this.bytes = bytes;
  }

  /** How many entries and removals there are. */
  public int entries() {
    return entries;
  }

  /** The bytes of their keys and values. */
  public long bytes() {
    return bytes;
  }

  /** What is said of a key; null if nothing is. */
  public Edit get(byte[] key) {
    if (chunks.length == 0) {
      return null;
    }
    Edit[] chunk = chunks[chunkOf(key)];
    int at = search(chunk, 0, key);
    return at < chunk.length && Arrays.equals(chunk[at].key(), key) ? chunk[at] : null;
  }

  /** Goes through all entries, with the removals. */
  public EntryCursor all() {
    return new OverlayCursor(chunks, 0, 0);
  }

  /** Goes through the entries from a key on, with the removals. */
  EntryCursor from(byte[] key) {
    if (chunks.length == 0) {
      return all();
    }
    int chunk = chunkOf(key);
    return new OverlayCursor(chunks, chunk, search(chunks[chunk], 0, key));
  }

  /**
   * This overlay with edits done.
   *
   * @param edits in order, each key once: see {@link Edit#inOrder}
   */
  public Overlay with(List<Edit> edits) {
    if (edits.isEmpty()) {
      return this;
    }
    Edit[][] next = new Edit[chunks.length + edits.size()][];
    int filled = 0;
    int chunk = 0;
    int more = 0;
    long moreBytes = 0;
    for (int edit = 0; edit < edits.size(); ) {
      int here = chunks.length == 0 ? 0 : chunkOf(edits.get(edit).key());
      System.arraycopy(chunks, chunk, next, filled, here - chunk);
      filled += here - chunk;
      Edit[] old = chunks.length == 0 ? new Edit[0] : chunks[here];
      int end = edit + 1;
      byte[] bound = here + 1 < chunks.length ? chunks[here + 1][0].key() : null;
      while (end < edits.size() && isBelow(edits.get(end).key(), bound)) {
        end++;
      }
      ChunkMerge merge = new ChunkMerge(old, edits, edit, end);
      filled += merge.cut(CHUNK, next, filled);
      more += merge.entries() - old.length;
      moreBytes += merge.moreBytes();
      edit = end;
      chunk = Math.min(here + 1, chunks.length);
    }
    System.arraycopy(chunks, chunk, next, filled, chunks.length - chunk);
    filled += chunks.length - chunk;
    return new Overlay(
        filled == next.length ? next : Arrays.copyOf(next, filled),
        entries + more,
        bytes + moreBytes);
  }

  /**
   * What was said since an earlier state of this overlay: what is left when that one has become a
   * run. An edit that says again what was said counts as said since.
   */
  public Overlay since(Overlay earlier) {
    List<Edit> left = new ArrayList<>();
    for (Edit[] chunk : chunks) {
      for (Edit edit : chunk) {
        if (earlier.get(edit.key()) != edit) {
          left.add(edit);
        }
      }
    }
    return EMPTY.with(left);
  }

  private static boolean isBelow(byte[] key, byte[] bound) {
    return bound == null || Arrays.compareUnsigned(key, bound) < 0;
  }

  /** The last chunk whose first key is not above one; the first if there is none. */
  private int chunkOf(byte[] key) {
    int low = 1;
    int high = chunks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(chunks[middle][0].key(), key) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** The first entry of a chunk, from one on, whose key is not below another. */
  static int search(Edit[] chunk, int from, byte[] key) {
    int low = from;
    int high = chunk.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(chunk[middle].key(), key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
