package org.fxd.graph.core.node;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.fxd.graph.api.Hash;

/**
 * What was decoded lately, up to a number of encoded bytes. Each object has one of {@value #WAYS}
 * slots to be in; to make room, a hand goes round and takes what was not asked for since it came by
 * last (the CLOCK algorithm, Corbató 1968). Reading takes no lock, since every look at a tree comes
 * by here.
 */
final class ObjectCache {
  private static final int WAYS = 4;
  private static final int BITS = 15;
  private static final int SLOTS = 1 << BITS;

  /** One object; threads may lose each other's {@code used}, which only costs reading it again. */
  private static final class Cached {
    private final Hash hash;
    private final Object object;
    private final int weight;
    private boolean used = true; // so that the hand does not take it right away

    Cached(Hash hash, Object object, int weight) {
      this.hash = hash;
      this.object = object;
      this.weight = weight;
    }
  }

  private final AtomicReferenceArray<Cached> slots = new AtomicReferenceArray<>(SLOTS);

  /** How the hash in each slot begins: these stand side by side, which the objects do not. */
  private final AtomicLongArray prefixes = new AtomicLongArray(SLOTS);

  private final long limit;
  private long weight;
  private int hand;

  ObjectCache(long limit) {
    this.limit = limit;
  }

  /** The object of that hash and type; null if it is not here. */
  <T> T get(Hash hash, Class<T> type) {
    int first = first(hash);
    for (int way = first; way < first + WAYS; way++) {
      if (prefixes.getPlain(way) == hash.prefix()) {
        Cached cached = slots.getAcquire(way);
        if (cached != null && cached.hash.equals(hash)) {
          cached.used = true;
          return type.isInstance(cached.object) ? type.cast(cached.object) : null;
        }
      }
    }
    return null;
  }

  /** Keeps an object for a while. */
  synchronized void put(Hash hash, Object object, int bytes) {
    if (bytes > limit / 8) {
      return;
    }
    int way = way(hash);
    drop(way);
    slots.setRelease(way, new Cached(hash, object, bytes));
    prefixes.setRelease(way, hash.prefix());
    weight += bytes;
    while (weight > limit) {
      hand = hand + 1 & SLOTS - 1;
      if (!isWanted(slots.getPlain(hand))) {
        drop(hand);
      }
    }
  }

  /** The slot for an object: where it is, or one that is free, or whose object is wanted least. */
  private int way(Hash hash) {
    int first = first(hash);
    int free = -1;
    for (int way = first; way < first + WAYS; way++) {
      Cached cached = slots.getPlain(way);
      if (cached == null) {
        free = way;
      } else if (cached.hash.equals(hash)) {
        return way;
      }
    }
    for (int way = first; free < 0 && way < first + WAYS; way++) {
      if (!isWanted(slots.getPlain(way))) {
        free = way;
      }
    }
    return free < 0 ? first : free;
  }

  /** Whether it was asked for since this was asked last. */
  private static boolean isWanted(Cached cached) {
    boolean wanted = cached != null && cached.used;
    if (wanted) {
      cached.used = false;
    }
    return wanted;
  }

  private void drop(int way) {
    Cached cached = slots.getPlain(way);
    if (cached != null) {
      weight -= cached.weight;
      slots.setRelease(way, null);
    }
  }

  private static int first(Hash hash) {
    return (int) (hash.prefix() >>> Long.SIZE - BITS) & -WAYS;
  }

  /** Forgets all. */
  synchronized void clear() {
    for (int way = 0; way < SLOTS; way++) {
      drop(way);
    }
  }
}
