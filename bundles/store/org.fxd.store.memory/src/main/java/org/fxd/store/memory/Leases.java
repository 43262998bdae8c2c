package org.fxd.store.memory;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Lease;

/** The leases that are held. Guarded by its own monitor. */
final class Leases {
  private final Set<Held> held = new HashSet<>();

  synchronized Lease lease(Collection<Hash> roots) {
    Held lease = new Held(List.copyOf(roots));
    held.add(lease);
    return lease;
  }

  synchronized Set<Hash> roots() {
    Set<Hash> roots = new LinkedHashSet<>();
    held.forEach(lease -> roots.addAll(lease.roots));
    return roots;
  }

  synchronized void close() {
    held.clear();
  }

  private final class Held implements Lease {
    private final List<Hash> roots;

    Held(List<Hash> roots) {
      this.roots = roots;
    }

    @Override
    public void close() {
      synchronized (Leases.this) {
        held.remove(this);
      }
    }
  }
}
