/**
 * Finds the snippets of source code by its syntax: Java, JavaScript, TypeScript and Python with
 * tree-sitter, Markdown by the rules of CommonMark's blocks.
 *
 * <p>A scan goes through three steps. A {@link org.fxd.source.treesitter.Parse} turns bytes into a
 * syntax tree, within a budget that is counted and not timed, so that the result is the same on
 * every machine. A {@link org.fxd.source.treesitter.Walk} goes over the outer levels of that tree
 * and asks the {@link org.fxd.source.treesitter.Rules} of the language which nodes are
 * declarations; bodies of functions are never entered. {@link org.fxd.source.treesitter.Layout}
 * gives whole lines, leading comments and line breaks to the declarations and so makes regions of
 * them.
 *
 * <p>All grammars share the package {@code org.treesitter}, hence this one bundle. Their native
 * libraries are loaded when the first text of a language comes, never at activation; where that
 * fails, the scanner withdraws its service and texts are cut by lines.
 *
 * <p>Markdown has a scanner of its own, because the tree-sitter grammar for it that can be had ends
 * the whole process on some inputs, and sections need no more than a look at each line.
 */
package org.fxd.source.treesitter;
