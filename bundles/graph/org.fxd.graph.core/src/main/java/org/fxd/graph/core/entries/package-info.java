/**
 * The entries of a node: a persistent ordered map, kept in chunks.
 *
 * <p>Up to {@value org.fxd.graph.core.entries.EntryMap#INLINE} entries stand in the node itself.
 * More are cut into chunks of about 64, and the list of chunks into chunks again, until the top
 * list is short. Where a chunk ends is a pure function of the key of its last entry, so the same
 * entries give the same chunks in whatever order they came, and an edit makes one new chunk on each
 * level. Equal chunks have equal hashes, so a comparison skips them unread.
 */
package org.fxd.graph.core.entries;
