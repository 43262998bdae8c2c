/**
 * Drops jars into the plugins folder of a running host and watches what becomes of them. The jars
 * are built by the tests from the classes in {@code org.fxd.plugin.itest.dropped}. No test sleeps
 * for luck: each waits for a state.
 */
package org.fxd.plugin.itest;
