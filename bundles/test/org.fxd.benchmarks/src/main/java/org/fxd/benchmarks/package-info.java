/**
 * Benchmarks of the graph, for JMH. Each is run at 1,000 to 1,000,000 nodes, so that growth shows:
 * an edit, the difference of two neighbours and an indexed question have to stay flat. Run them
 * with {@code bundles/test/graph-bench/graph_bench.py}; nothing here is asserted.
 */
package org.fxd.benchmarks;
