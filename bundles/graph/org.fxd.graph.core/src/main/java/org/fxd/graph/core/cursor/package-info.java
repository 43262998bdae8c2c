/**
 * Cursors: live holds on nodes, of transactions and of sessions.
 *
 * <p>A node is known by its id; where it stands is found again at each call. That is quick because
 * a cursor remembers the {@link org.fxd.graph.core.cursor.Way} on which it was found last, and each
 * step of a way is one look-up by key, however wide the node. Only when a step leads nowhere is the
 * node sought: with the project's finder, and in what the transaction changed. So ways are hints
 * that may be wrong at any time and cost nothing to keep.
 *
 * <p>{@link org.fxd.graph.core.cursor.StandingCursor} reads; it does not know whether it stands in
 * a transaction or in the newest state. {@link org.fxd.graph.core.cursor.TransactionCursor} edits
 * the builders of its transaction. {@link org.fxd.graph.core.cursor.SessionCursor} does each edit
 * with a cursor of a transaction of its own.
 */
package org.fxd.graph.core.cursor;
