/**
 * Open projects: durable changes, one at a time, and who is asked and told.
 *
 * <h2>Who waits for whom</h2>
 *
 * There is one lock per project that matters, the {@link org.fxd.graph.core.workspace.WriteTurn}:
 * it goes with the store's one open batch. A transaction takes it when it commits, or earlier, when
 * it is given content too large to hold in memory; whoever has the turn waits for nobody until it
 * gives it back. Within the turn a commit replays, asks the hooks, writes, and publishes the new
 * state, so every acknowledged change follows the one before it. Readers take no lock: a state is
 * immutable and the newest one is a volatile field. Observers are told outside the turn, on threads
 * of their own.
 *
 * <h2>Cursors and savepoints</h2>
 *
 * A transaction has one builder of its root; its cursors ({@code org.fxd.graph.core.cursor}) edit
 * that builder, as whoever asks for it may do too. A savepoint is the tree that the builder would
 * build at that moment, which costs what was edited; going back is taking a new builder of it. A
 * cursor of a session makes one transaction of each change. When a commit has to be replayed, files
 * that both sides changed are compared by what they consist of, in whichever form they are stored.
 */
package org.fxd.graph.core.workspace;
