package org.fxd.store.sqlite;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Lease;

/** The leases that are held. Safe for any number of threads. */
final class Leases {
  private final Map<Lease, List<Hash>> held = Collections.synchronizedMap(new IdentityHashMap<>());

  Lease take(Collection<Hash> roots) {
    Lease lease =
        new Lease() {
          @Override
          public void close() {
            held.remove(this);
          }
        };
    held.put(lease, List.copyOf(roots));
    return lease;
  }

  /** What they keep. */
  Set<Hash> roots() {
    Set<Hash> roots = new HashSet<>();
    synchronized (held) {
      held.values().forEach(roots::addAll);
    }
    return roots;
  }
}
