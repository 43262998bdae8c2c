/**
 * One row of version 1 as one node of FXD, and back.
 *
 * <p>{@link org.fxd.store.v1.map.NodeReader} gives what a row says in FXD's words. Where {@link
 * org.fxd.store.v1.map.NodeWriter} would not write the same row again, the row's own words are kept
 * in metadata ({@link org.fxd.store.v1.map.Kept}), and are written back as long as the node is what
 * they say. The other way round, what version 1 has no words for goes into one member of {@code
 * meta_json}, the {@link org.fxd.store.v1.map.Mark}.
 */
package org.fxd.store.v1.map;
