/**
 * Sorted runs: entries of key and value that stand in the file in order, many to a block, and are
 * never changed once they are written.
 *
 * <p>What is new stands in an {@link org.fxd.store.sqlite.sorted.Overlay} in memory. Now and then a
 * {@link org.fxd.store.sqlite.sorted.RunWriter} makes a {@link org.fxd.store.sqlite.sorted.Run} of
 * it, and a {@link org.fxd.store.sqlite.sorted.MergePolicy} says which runs are made into one, so
 * that there are never many. {@link org.fxd.store.sqlite.sorted.SortedEntries} show overlay and
 * runs as one: what is newer hides what is older, and removals hide and are not shown. Blocks are
 * read by {@link org.fxd.store.sqlite.sorted.Blocks}, one for each connection, and kept decoded in
 * the one {@link org.fxd.store.sqlite.sorted.BlockCache} of a store.
 *
 * <p>Whatever is read may have been written by anyone: each length is checked before room is made,
 * and the order of keys is checked within a block and from block to block.
 */
package org.fxd.store.sqlite.sorted;
