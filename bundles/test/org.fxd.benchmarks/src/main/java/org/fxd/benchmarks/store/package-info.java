/**
 * Measures the {@code .fxd} file beside raw SQLite, through the same driver and on the same texts:
 * what {@code bundles/test/store-bench/store_bench.py} runs and makes a table of.
 *
 * <p>Each part is a main class of its own, for a JVM of its own. It measures the two in turn, so
 * that what disturbs the machine disturbs both, and prints what it found, a line for each figure
 * ({@link org.fxd.benchmarks.store.Report}).
 */
package org.fxd.benchmarks.store;
