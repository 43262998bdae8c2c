/**
 * How two roots differ, node by node, by id.
 *
 * <p>Subtrees with equal hashes are not read. What is gone here and has come there under one id is
 * a move. Where nodes are stored without their inner nodes, a {@link
 * org.fxd.graph.core.delta.Sight} says whether to look into them: whoever watches sees all there
 * is, so that a file that only went from raw to scanned is no change.
 */
package org.fxd.graph.core.delta;
