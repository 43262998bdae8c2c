/**
 * Views that someone made: groups of snippets, written as text and taken back.
 *
 * <p>A {@link org.fxd.source.core.board.Member} is a node of a view with the {@link
 * org.fxd.source.core.board.Body} that is shown of it. Renderers write members; the text comes back
 * through markers ({@link org.fxd.source.core.board.MarkedReturn}) or by lines ({@link
 * org.fxd.source.core.board.PlainReturn}); both only say what a body is to be, and {@link
 * org.fxd.source.core.board.Patching} decides and writes: everything is computed before anything is
 * written, so a refused text changes nothing.
 */
package org.fxd.source.core.board;
