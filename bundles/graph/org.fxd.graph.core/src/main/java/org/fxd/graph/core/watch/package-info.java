/**
 * Being told what changed, node by node.
 *
 * <h2>What is compared</h2>
 *
 * Everything follows from two roots, before and after. {@link org.fxd.graph.core.delta.TreeDelta}
 * compares them once for all who watch: subtrees with equal hashes are not read; where a file
 * differs, its projections are compared, so that a file that only went from raw to scanned is no
 * change; what is gone here and has come there under one id is a move. What a single watch is told
 * is worked out from that, on the watch's own thread.
 *
 * <h2>Selectors</h2>
 *
 * A selector is never run again for a change. {@link org.fxd.graph.core.watch.SelectorDelta} asks
 * it about the nodes that differ and about those others whose answer can depend on them, which
 * {@link org.fxd.graph.core.watch.Reach} reads off the selector: nodes below, because of what
 * stands above them; siblings, because of their number. What depends on the nodes below a node is
 * covered already, since whatever holds a change differs itself.
 */
package org.fxd.graph.core.watch;
