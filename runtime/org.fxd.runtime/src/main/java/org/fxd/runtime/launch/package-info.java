/**
 * The command {@code fxd}: its options, where its data and its log are kept, what it runs, and how
 * it ends. The only place that owns the process: standard streams, exit codes, signals.
 */
package org.fxd.runtime.launch;
