/**
 * Keeping a project sound and small: {@link org.fxd.graph.core.upkeep.ProjectUpkeep} checks and
 * collects.
 *
 * <p>Both look at every object there is, so what they hold of each is a few dozen bytes: hashes
 * stand in a table of their own, each with a number, and all else is lists of numbers. Nothing
 * recurs, however deep a tree is. To collect, one walks from what is kept, newest first, and notes
 * what is a version of what ({@code Marking}); the store does the rest. To check, one takes down
 * what the store tells in any order ({@code Census}), then looks what of it is needed ({@code
 * Reaching}), what objects say of each other ({@code Claims}), and where something that is lost was
 * of use ({@code Whereabouts}).
 */
package org.fxd.graph.core.upkeep;
