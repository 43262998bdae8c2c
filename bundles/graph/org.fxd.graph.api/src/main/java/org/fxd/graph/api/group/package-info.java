/**
 * Groups: nodes gathered by hand and by selector.
 *
 * <p>A {@link org.fxd.graph.api.group.Group} says which nodes: an ordered list of members named by
 * id, then whatever its include selectors find, less what its exclude selectors find. It is a
 * value; {@link org.fxd.graph.api.group.Groups} keeps it as a node below the root's {@code groups},
 * so that it is saved, versioned and merged like all else, and {@linkplain
 * org.fxd.graph.api.group.Groups#members resolves} it to {@link org.fxd.graph.api.group.Members} in
 * any root of the project. A {@link org.fxd.graph.api.group.LiveGroup} follows the newest state.
 *
 * <p>As a node: kind {@code group}, ordered by place; each entry is of kind {@code member} (value:
 * a reference), {@code include} or {@code exclude} (value: the selector's text), in the order of
 * the lists; the metadata {@code reactive} and {@code debounce} (milliseconds) hold the options.
 */
@Export
@Version("1.0.0")
package org.fxd.graph.api.group;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
