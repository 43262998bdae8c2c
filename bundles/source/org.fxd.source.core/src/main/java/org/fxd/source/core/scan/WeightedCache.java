package org.fxd.source.core.scan;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Remembers what was computed last, up to a total weight, and computes each value once however many
 * threads ask at a time. What fails is not remembered.
 */
final class WeightedCache<K, V> {
  private final long capacity;
  private final ToLongFunction<V> weigher;
  private final Map<K, Slot<V>> slots = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  WeightedCache(long capacity, ToLongFunction<V> weigher) {
    this.capacity = capacity;
    this.weigher = weigher;
  }

  /** The value of a key, computed now if it is not remembered. */
  V get(K key, Function<K, V> function) {
    Slot<V> slot;
    boolean mine = false;
    synchronized (slots) {
      slot = slots.get(key);
      if (slot == null) {
        slot = new Slot<>();
        slots.put(key, slot);
        mine = true;
      }
    }
    if (mine) {
      compute(key, slot, function);
    }
    try {
      return slot.value.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void compute(K key, Slot<V> slot, Function<K, V> function) {
    try {
      V value = function.apply(key);
      keep(key, slot, weigher.applyAsLong(value));
      slot.value.complete(value);
    } catch (RuntimeException | Error e) {
      synchronized (slots) {
        slots.remove(key, slot);
      }
      slot.value.completeExceptionally(e);
      throw e;
    }
  }

  private void keep(K key, Slot<V> slot, long cost) {
    synchronized (slots) {
      if (slots.get(key) != slot) {
        return;
      }
      slot.weight = cost;
      weight += cost;
      // The eldest first; those still being computed weigh nothing yet and stay.
      Iterator<Slot<V>> eldest = slots.values().iterator();
      while (weight > capacity && eldest.hasNext()) {
        Slot<V> candidate = eldest.next();
        if (candidate.weight > 0) {
          weight -= candidate.weight;
          eldest.remove();
        }
      }
    }
  }

  /** The total weight of what is remembered; at most the capacity. */
  long weight() {
    synchronized (slots) {
      return weight;
    }
  }

  private static final class Slot<V> {
    final CompletableFuture<V> value = new CompletableFuture<>();
    long weight;
  }
}
