package org.fxd.graph.core.node;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.Hash;

/** What was decoded lately, up to a number of encoded bytes; the least recently used goes first. */
final class ObjectCache {
  private record Cached(Object object, int weight) {}

  private final Map<Hash, Cached> objects = new LinkedHashMap<>(64, 0.75f, true);
  private final long limit;
  private long weight;

  ObjectCache(long limit) {
    this.limit = limit;
  }

  /** The object of that hash and type; null if it is not here. */
  synchronized <T> T get(Hash hash, Class<T> type) {
    Cached cached = objects.get(hash);
    return cached != null && type.isInstance(cached.object) ? type.cast(cached.object) : null;
  }

  /** Keeps an object for a while. */
  synchronized void put(Hash hash, Object object, int bytes) {
    if (bytes > limit / 8) {
      return;
    }
    Cached before = objects.put(hash, new Cached(object, bytes));
    weight += bytes - (before == null ? 0 : before.weight);
    Iterator<Cached> oldest = objects.values().iterator();
    while (weight > limit && oldest.hasNext()) {
      weight -= oldest.next().weight;
      oldest.remove();
    }
  }

  /** Forgets all. */
  synchronized void clear() {
    objects.clear();
    weight = 0;
  }
}
