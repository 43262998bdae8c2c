/**
 * Markers: comment lines that say which snippet a piece of text is.
 *
 * <pre>
 * /* FX:BEGIN id=greet lang=js file=src/greet.js checksum=fb49cbbe order=0 version=1 *&#47;
 * export function greet(name) {
 *   return `Hello, ${name}!`;
 * }
 * /* FX:END id=greet *&#47;
 * </pre>
 *
 * <p>The text of a begin marker is {@code FX:BEGIN id=<ID> [lang=] [file=] [checksum=] [order=]
 * version=<n>}, attributes in this order, the version always written, an empty file left out; that
 * of an end marker is {@code FX:END id=<ID>}. Around it stand the signs of a comment of the
 * language ({@link org.fxd.source.api.marker.CommentStyle}). In id and file {@code \} is written
 * {@code \\}, {@code "} as {@code \"}, white space as {@code _} and {@code =} as {@code \=}. As
 * {@code _} may stand for either, an id is looked up as it is written first, then with spaces.
 *
 * <p>A line holds a marker if, trimmed, it begins with {@code #}, {@code /}, {@code ;}, {@code *},
 * {@code <!--}, {@code """}, {@code --} or another sign of {@link
 * org.fxd.source.api.marker.CommentStyle}, directly followed by the text of a marker. Between the
 * two markers stands the body, whole lines; everything else is text between snippets, and is kept.
 *
 * <p>A line of a body that would itself read as a marker is written with a backslash behind {@code
 * FX:}, as in {@code FX:\BEGIN}; one that has backslashes there gets one more, and reading takes
 * one away. So every body comes back as it was.
 */
@Export
@Version("1.0.0")
package org.fxd.source.api.marker;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
