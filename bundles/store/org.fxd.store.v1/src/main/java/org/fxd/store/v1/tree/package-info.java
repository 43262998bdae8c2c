/**
 * The rows of a file as one tree, and a tree as rows.
 *
 * <p>What a file says of parents is not to be trusted: {@link org.fxd.store.v1.tree.Forest} finds
 * the tree in it, without following any loop, and what hangs nowhere.
 */
package org.fxd.store.v1.tree;
