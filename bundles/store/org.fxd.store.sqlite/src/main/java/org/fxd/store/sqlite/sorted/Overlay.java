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
  public static final Overlay EMPTY = new Overlay(new Chunk[0], new long[0], 0, 0, 0);

  /** The most entries of a chunk. */
  private static final int CHUNK = 64;

  /** Of which the first {@link #count} are of use. */
  private final Chunk[] chunks;

  /** The {@linkplain Chunk#head heads} of their first keys. */
  private final long[] firsts;

  private final int count;

  private final int entries;
  private final long bytes;

  private Overlay(Chunk[] chunks, long[] firsts, int count, int entries, long bytes) {
    boolean wastes = count < chunks.length / 2;
    this.chunks = wastes ? Arrays.copyOf(chunks, count) : chunks;
    this.firsts = wastes ? Arrays.copyOf(firsts, count) : firsts;
    this.count = count;
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
    if (count == 0) {
      return null;
    }
    long head = Chunk.head(key);
    Chunk chunk = chunks[chunkOf(key, head)];
    int at = chunk.search(0, key, head);
    return at < chunk.size() && chunk.compare(at, key) == 0 ? chunk.get(at) : null;
  }

  /** Goes through all entries, with the removals. */
  public EntryCursor all() {
    return new OverlayCursor(chunks, count, 0, 0);
  }

  /** Goes through the entries from a key on, with the removals. */
  EntryCursor from(byte[] key) {
    if (count == 0) {
      return all();
    }
    long head = Chunk.head(key);
    int chunk = chunkOf(key, head);
    return new OverlayCursor(chunks, count, chunk, chunks[chunk].search(0, key, head));
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
    Chunk[] next = new Chunk[count + edits.size()];
    long[] nextFirsts = new long[next.length];
    int filled = 0;
    int kept = 0;
    int more = 0;
    long moreBytes = 0;
    for (int edit = 0; edit < edits.size(); ) {
      byte[] key = edits.get(edit).key();
      int here = count == 0 ? 0 : chunkOf(key, Chunk.head(key));
      System.arraycopy(chunks, kept, next, filled, here - kept);
      System.arraycopy(firsts, kept, nextFirsts, filled, here - kept);
      filled += here - kept;
      Chunk old = count == 0 ? Chunk.EMPTY : chunks[here];
      int end = edit + 1;
      while (end < edits.size() && isWithin(here, edits.get(end).key())) {
        end++;
      }
      Chunk edited = old.with(edits, edit, end);
      for (int parts = edited.cut(CHUNK, next, filled); parts > 0; parts--, filled++) {
        nextFirsts[filled] = next[filled].head(0);
      }
      more += edited.size() - old.size();
      moreBytes += edited.bytes() - old.bytes();
      edit = end;
      kept = Math.min(here + 1, count);
    }
    System.arraycopy(chunks, kept, next, filled, count - kept);
    System.arraycopy(firsts, kept, nextFirsts, filled, count - kept);
    filled += count - kept;
    return new Overlay(next, nextFirsts, filled, entries + more, bytes + moreBytes);
  }

  /**
   * What was said since an earlier state of this overlay: what is left when that one has become a
   * run. An edit that says again what was said counts as said since.
   */
  public Overlay since(Overlay earlier) {
    List<Edit> left = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < chunks[i].size(); j++) {
        Edit edit = chunks[i].get(j);
        if (!isSame(earlier.get(edit.key()), edit)) {
          left.add(edit);
        }
      }
    }
    return EMPTY.with(left);
  }

  /** Whether it is one edit, made once. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Edit a, Edit b) {
    return a == b;
  }

  /** Whether a key, which is not below those of a chunk, belongs before the next chunk. */
  private boolean isWithin(int chunk, byte[] key) {
    return chunk + 1 >= count || chunks[chunk + 1].compare(0, key) > 0;
  }

  /** The last chunk whose first key is not above one; the first if there is none. */
  private int chunkOf(byte[] key, long head) {
    int low = 1;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firsts[middle] < head || firsts[middle] == head && chunks[middle].compare(0, key) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
