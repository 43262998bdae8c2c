/**
 * Measures history beside Git: what {@code bundles/test/history-bench/history_bench.py} runs and
 * makes a table of.
 *
 * <p>{@link org.fxd.benchmarks.history.InProcess} measures FXD within a host in this process, as a
 * program that embeds it, and {@link org.fxd.benchmarks.history.GitInProcess} does the same things
 * to the same repository with JGit. Both print a line for each figure ({@link
 * org.fxd.benchmarks.history.Figures}); what both can do has the same name in both.
 */
package org.fxd.benchmarks.history;
