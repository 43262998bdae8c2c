/**
 * Files as trees of snippets, and back to the same bytes.
 *
 * <p>A file node has one of two forms. <em>Raw</em>: its value is a blob of its bytes.
 * <em>Scanned</em>: it has no value, and its entries are its text, down to file, type and member.
 * Every byte of the file belongs to exactly one leaf; a container holds a {@code head}, then
 * snippets with {@code gap}s between and after them. A leaf's value is text where its bytes are
 * valid UTF-8 (a byte order mark is text too), else bytes. Rendering is writing the leaves in
 * order, so {@code render(scan(bytes)) = bytes} for every sequence of bytes. Both forms carry
 * {@link org.fxd.source.api.FileMeta#CONTENT}; two file nodes with the same content and the same
 * mode are the same file, whatever their form.
 *
 * <p>The snippets of a raw file are a projection: {@link org.fxd.source.api.Sources#scanned}
 * computes them, always the same, and nothing is written. The first change made in FXD stores the
 * file scanned.
 */
@Export
@Version("1.1.0")
package org.fxd.source.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
