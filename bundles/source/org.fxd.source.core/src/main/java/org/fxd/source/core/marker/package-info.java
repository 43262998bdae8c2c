/**
 * Writing and reading markers. What a line of a marker looks like is told by {@link
 * org.fxd.source.core.marker.MarkerLine} alone, so writing, escaping and reading agree.
 *
 * <h2>Comments</h2>
 *
 * The original writes <code>/* … *&#47;</code> for every language it has no style for. That stays
 * so wherever it is a comment of the language, and for languages that nobody knows: those markers
 * are the same bytes. Where it is none (a YAML file with one is broken), the language's own line
 * comment is written, and where it has no such, its block comment.
 *
 * <h2>Bodies that hold markers</h2>
 *
 * A line of a body that would read as a marker is written with a backslash behind {@code FX:}, one
 * that has some gets one more, and reading takes one away. So any body comes back as it was, and
 * source code that talks of markers can be shown between markers.
 */
package org.fxd.source.core.marker;
