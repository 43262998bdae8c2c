/**
 * Nodes and builders.
 *
 * <p>A {@link org.fxd.graph.core.node.TreeNode} is one of three: {@link
 * org.fxd.graph.core.node.StoredNode stored} (a hash, the rest read when touched and held by a
 * bounded cache alone), {@link org.fxd.graph.core.node.BuiltNode built} (held in memory until a
 * transaction stores it), or {@link org.fxd.graph.core.node.MissingNode missing}. A {@link
 * org.fxd.graph.core.node.TreeBuilder} gathers edits and applies them to the chunked entries when
 * it builds. {@link org.fxd.graph.core.node.ObjectReader} reads a project's objects, {@link
 * org.fxd.graph.core.node.ObjectWriter} writes what of a tree is not stored yet.
 */
package org.fxd.graph.core.node;
