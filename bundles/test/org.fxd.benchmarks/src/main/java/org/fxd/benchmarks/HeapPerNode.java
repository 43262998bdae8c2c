package org.fxd.benchmarks;

import org.fxd.graph.api.Node;

/**
 * Prints how much heap a tree takes per node, all of it built and hashed, without its snippets'
 * texts: those are one string. Run with {@code bundles/test/graph-bench/graph_bench.py --heap}.
 */
public final class HeapPerNode {
  private static final int ROUNDS = 5;

  private HeapPerNode() {}

  /** Measures at the given number of nodes; 1,000,000 if none is given. */
  public static void main(String[] arguments) throws InterruptedException {
    int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    new Shape(1000, "warm up").root().hash();
    long before = used();
    Shape shape = new Shape(size, "the text of every snippet");
    Node root = shape.root();
    root.hash();
    long heap = used() - before;
    long nodes = (long) shape.files() * Shape.FILE_NODES;
    System.out.printf(
        "%,d nodes in %,d files: %,d bytes of heap, %.0f per node (tree %s)%n",
        nodes, shape.files(), heap, (double) heap / nodes, root.hash().brief());
  }

  private static long used() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      System.gc();
      Thread.sleep(100);
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
