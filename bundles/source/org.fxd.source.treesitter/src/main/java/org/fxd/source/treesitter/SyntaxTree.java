package org.fxd.source.treesitter;

import org.treesitter.TSTree;

/**
 * The tree of a text, in native memory until it is closed.
 *
 * @param tree the tree
 * @param effort what it took, that of the trees it was made from among it
 */
record SyntaxTree(TSTree tree, Effort effort) implements AutoCloseable {
  /**
   * What a parse took.
   *
   * @param reports how often the parser told of steps
   * @param bytes how many were read
   */
  record Effort(long reports, long bytes) {
    static final Effort NONE = new Effort(0, 0);
  }

  /** Whether the text is as its grammar wants it, so that nothing had to be guessed. */
  boolean isSound() {
    return !tree.getRootNode().hasError();
  }

  /** The same tree for another thread or to be told of a change; costs next to nothing. */
  SyntaxTree copy() {
    return new SyntaxTree(tree.copy(), effort);
  }

  @Override
  public void close() {
    tree.close();
  }
}
