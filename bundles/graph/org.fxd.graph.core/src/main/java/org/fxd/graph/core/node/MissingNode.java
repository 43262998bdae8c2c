package org.fxd.graph.core.node;

import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.NodeBuilder;

/** The node that does not exist. */
public final class MissingNode extends TreeNode {
  /** The only one. */
  public static final MissingNode MISSING = new MissingNode();

  private static final NodeBody NOTHING = BuiltNode.empty(Kind.NONE);

  private MissingNode() {}

  @Override
  NodeBody body() {
    return NOTHING;
  }

  @Override
  public Hash hash() {
    return Hash.ZERO;
  }

  @Override
  public boolean exists() {
    return false;
  }

  @Override
  public NodeBuilder builder() {
    throw new IllegalStateException(
        "A node that does not exist has no kind to build: use NodeBuilder.childOrNew");
  }
}
