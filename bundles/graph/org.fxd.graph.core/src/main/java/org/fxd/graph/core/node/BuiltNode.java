package org.fxd.graph.core.node;

import org.fxd.graph.api.Hash;

/** A node that was made here and is held in memory. */
final class BuiltNode extends TreeNode {
  private final NodeBody body;
  private volatile Hash hash;

  BuiltNode(NodeBody body) {
    this.body = body;
  }

  @Override
  NodeBody body() {
    return body;
  }

  @Override
  public Hash hash() {
    Hash known = hash;
    if (known == null) {
      known = Hash.ofContent(NodeCodec.encode(body));
      hash = known;
    }
    return known;
  }
}
