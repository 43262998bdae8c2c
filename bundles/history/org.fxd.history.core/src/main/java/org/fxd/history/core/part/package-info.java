/**
 * Taking a part of the work: what turns one tree into another, but only where someone selected it.
 *
 * <p>{@link org.fxd.history.core.part.Selecting} finds the nodes that a selection means. {@link
 * org.fxd.history.core.part.Difference} tells which entries differ and where they stand in either
 * tree, looking into files whatever their form. {@link org.fxd.history.core.part.Share} decides
 * which of those come and go, and {@link org.fxd.history.core.part.Part} makes the tree, in which
 * {@link org.fxd.history.core.part.Seats} keeps the order of a file's pieces. The cost follows the
 * difference.
 */
package org.fxd.history.core.part;
