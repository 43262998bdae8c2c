/**
 * Who made each node, and who changed it last.
 *
 * <p>Who and when are no part of a node, so that equal nodes stay equal whoever made them. They
 * follow from the operation log, and {@link org.fxd.graph.api.ownership.Owners} answers them for
 * any node of the newest state, from what the project's store keeps in step with every change.
 *
 * <h2>What makes an owner</h2>
 *
 * The owner of a node is who made the operation that first brought it into the project. It stays
 * the owner when the node is edited, renamed or moved, and also when it is removed and comes back
 * by an undo or a checkout.
 *
 * <h2>What counts as a modification</h2>
 *
 * Of the node itself, and not of what stands below it: another kind, value or metadatum; another
 * name, parent, or place among its siblings; that it came back. Of what has heads and gaps (a file,
 * a class) these count as its own text, but for white space: an import added modifies the file, a
 * method added to a class does not modify the class. What follows from the text of a file, such as
 * its size, does not count.
 *
 * <h2>Files that were never changed here</h2>
 *
 * A file that is stored raw is one thing: its snippets answer with whoever brought its content
 * last. When the first change made in FXD stores it with its snippets, those that this did not
 * change go on answering so, and those that it changed answer for themselves; going from one form
 * to the other is no modification. Other content from outside makes them the file's again.
 */
@Export
@Version("1.0.0")
package org.fxd.graph.api.ownership;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
