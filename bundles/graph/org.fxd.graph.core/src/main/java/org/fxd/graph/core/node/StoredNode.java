package org.fxd.graph.core.node;

import org.fxd.graph.api.Hash;

/** A node in a store. It holds nothing but its hash; the reader's cache holds the rest. */
final class StoredNode extends TreeNode {
  private final ObjectReader objects;
  private final Hash hash;

  StoredNode(ObjectReader objects, Hash hash) {
    this.objects = objects;
    this.hash = hash;
  }

  /** Where it is stored. */
  ObjectReader objects() {
    return objects;
  }

  @Override
  NodeBody body() {
    return objects.body(hash);
  }

  @Override
  public Hash hash() {
    return hash;
  }

  @Override
  public String toString() {
    return "node " + hash.brief();
  }
}
