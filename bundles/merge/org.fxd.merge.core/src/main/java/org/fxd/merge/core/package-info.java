/**
 * Merges trees that may hold conflicts, and makes commits of that.
 *
 * <p>{@link org.fxd.merge.core.TreeMerge} merges three roots: files are brought to a common form
 * ({@link org.fxd.merge.core.CommonForm}), {@link org.fxd.graph.api.Nodes#merge} does the tree, and
 * a {@link org.fxd.merge.core.Recorder} decides what contradicts: in {@link
 * org.fxd.merge.core.Terms}, so that a conflict of a side or of the base is nothing special. What
 * stays undecided is kept in a {@link org.fxd.merge.core.ConflictBook}. All else is about commits.
 */
package org.fxd.merge.core;
