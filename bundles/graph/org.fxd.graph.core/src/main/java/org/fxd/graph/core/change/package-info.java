/**
 * Comparing and replaying whole trees.
 *
 * <p>A {@link org.fxd.graph.core.change.TreeDiff} matches the entries of two trees by id, wherever
 * they stand, and reads only what differs. {@link org.fxd.graph.core.change.Comparison} reports it;
 * {@link org.fxd.graph.core.change.Replay} takes two of them with a common base and does the
 * changes of one on the tree of the other, or says where they contradict each other. What makes two
 * file nodes the same file is {@link org.fxd.graph.core.change.FileForms}' to say.
 */
package org.fxd.graph.core.change;
