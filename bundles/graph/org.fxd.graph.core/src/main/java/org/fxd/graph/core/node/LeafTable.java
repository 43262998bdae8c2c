package org.fxd.graph.core.node;

import java.util.Optional;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.core.entries.Leaf;

/**
 * The entries of one builder by id: a hash table in one array, since a node may have a million and
 * a map's nodes would be larger than the entries themselves.
 */
final class LeafTable {
  private Leaf[] slots = new Leaf[8];
  private int size;

  Optional<Leaf> get(NodeId id) {
    return Optional.ofNullable(slots[slot(id)]);
  }

  boolean has(NodeId id) {
    return slots[slot(id)] != null;
  }

  /** Puts an entry in, in place of the one with its id. */
  void put(Leaf leaf) {
    int slot = slot(leaf.id());
    if (slots[slot] == null) {
      size++;
    }
    slots[slot] = leaf;
    // At most half full, so that the way to a free slot stays short.
    if (2 * size > slots.length) {
      grow();
    }
  }

  void remove(NodeId id) {
    int free = slot(id);
    if (slots[free] == null) {
      return;
    }
    slots[free] = null;
    size--;
    // What stands behind may have been pushed there by what is gone: it is put in again.
    for (int at = next(free); slots[at] != null; at = next(at)) {
      Leaf leaf = slots[at];
      slots[at] = null;
      slots[slot(leaf.id())] = leaf;
    }
  }

  private void grow() {
    Leaf[] before = slots;
    slots = new Leaf[2 * before.length];
    for (Leaf leaf : before) {
      if (leaf != null) {
        slots[slot(leaf.id())] = leaf;
      }
    }
  }

  /** Where the entry with an id is, or would be. */
  private int slot(NodeId id) {
    // The high bits of the product depend on all bits of the id.
    long mixed = (id.high() * 31 + id.low()) * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 32) & slots.length - 1;
    while (slots[slot] != null && !slots[slot].has(id)) {
      slot = next(slot);
    }
    return slot;
  }

  private int next(int slot) {
    return slot + 1 & slots.length - 1;
  }
}
