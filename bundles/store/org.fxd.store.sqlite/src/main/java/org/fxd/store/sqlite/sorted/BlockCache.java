package org.fxd.store.sqlite.sorted;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decoded blocks that were used of late, and where the blocks of runs begin, for all readers of one
 * store. Nothing in it ever goes stale, since a run never changes and its id is never used again.
 * Safe for many threads.
 */
public final class BlockCache {
  private static final int STRIPES = 8;

  /** Of so many parts of the memory, fences may have one. */
  private static final int FENCE_PART = 4;

  /** A fence is loaded when so many blocks for each look-up in the file would be gone through. */
  private static final int BLOCKS_PER_LOOKUP = 16;

  /** What a fence takes for a block, about. */
  private static final int FENCE_BLOCK = 32;

  /** The most runs of which it is counted how often they are looked into. */
  private static final int MOST_COUNTED = 256;

  private record Key(long run, long block) {}

  /** A part of the blocks, so that threads seldom wait for each other. */
  private static final class Stripe {
    private final long room;
    private final Map<Key, Block> blocks = new LinkedHashMap<>(64, 0.75f, true);
    private long used;

    Stripe(long room) {
      this.room = room;
    }

    synchronized Block get(Key key) {
      return blocks.get(key);
    }

    synchronized void put(Key key, Block block) {
      int weight = block.weight();
      if (weight > room / 2) {
        return;
      }
      Block before = blocks.put(key, block);
      used += weight - (before == null ? 0 : before.weight());
      var eldest = blocks.values().iterator();
      while (used > room) {
        used -= eldest.next().weight();
        eldest.remove();
      }
    }

    synchronized void forget(long run) {
      var all = blocks.entrySet().iterator();
      while (all.hasNext()) {
        var entry = all.next();
        if (entry.getKey().run == run) {
          used -= entry.getValue().weight();
          all.remove();
        }
      }
    }

    synchronized long used() {
      return used;
    }
  }

  private final Stripe[] stripes = new Stripe[STRIPES];
  private final long fenceRoom;
  private final Map<Long, Fence> fences = new ConcurrentHashMap<>();
  private final Map<Long, Integer> lookups = new ConcurrentHashMap<>();

  /**
   * A cache.
   *
   * @param bytes the most memory that it takes, about; with 0 nothing is kept
   */
  public BlockCache(long bytes) {
    fenceRoom = bytes / FENCE_PART;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe((bytes - fenceRoom) / STRIPES);
    }
  }

  /** Lets go of what is kept of a run that is no more. Who still reads it may bring some back. */
  public void forget(long run) {
    for (Stripe stripe : stripes) {
      stripe.forget(run);
    }
    fences.remove(run);
    lookups.remove(run);
  }

  /** The bytes of memory that are taken, about. */
  public long bytes() {
    long bytes = fenceBytes();
    for (Stripe stripe : stripes) {
      bytes += stripe.used();
    }
    return bytes;
  }

  /** A block; null if it is not kept. */
  Block block(long run, long block) {
    Key key = new Key(run, block);
    return stripe(key).get(key);
  }

  void keep(long run, long id, Block block) {
    Key key = new Key(run, id);
    stripe(key).put(key, block);
  }

  /** Where the blocks of a run begin; null if it is not kept. */
  Fence fence(long run) {
    return fences.get(run);
  }

  /**
   * Counts a look-up in the file.
   *
   * @return whether there were so many in this run that its fence had better be loaded; if so, they
   *     are counted anew
   */
  boolean wantsFence(Run run) {
    long blocks = run.bytes() / RunWriter.BLOCK_SIZE + 1;
    if (blocks > longestFence()) {
      return false;
    }
    if (lookups.size() > MOST_COUNTED) {
      lookups.clear();
    }
    boolean wants = lookups.merge(run.id(), 1, Integer::sum) > blocks / BLOCKS_PER_LOOKUP;
    if (wants) {
      lookups.remove(run.id());
    }
    return wants;
  }

  /** How many blocks a fence that is kept can have, at most. */
  int longestFence() {
    return (int) Math.min(1 << 20, fenceRoom / 2 / FENCE_BLOCK);
  }

  /** Keeps a fence, if it is not too large; others may have to go. */
  synchronized void keep(long run, Fence fence) {
    if (fence.weight() > fenceRoom / 2) {
      return;
    }
    fences.put(run, fence);
    while (fenceBytes() > fenceRoom) {
      Optional<Long> other = fences.keySet().stream().filter(id -> id != run).findFirst();
      if (other.isEmpty()) {
        return;
      }
      fences.remove(other.get());
    }
  }

  private long fenceBytes() {
    long bytes = 0;
    for (Fence fence : fences.values()) {
      bytes += fence.weight();
    }
    return bytes;
  }

  private Stripe stripe(Key key) {
    long hash = (key.run * 31 + key.block) * 0x9E3779B97F4A7C15L;
    return stripes[(int) (hash >>> 61)];
  }
}
