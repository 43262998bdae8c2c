/**
 * The one value: an immutable tree of code.
 *
 * <p>A {@link org.fxd.graph.api.Node} is unnamed and has no parent; its parent's {@link
 * org.fxd.graph.api.Entry} gives it a {@link org.fxd.graph.api.NodeId lasting identity}, a {@link
 * org.fxd.graph.api.Name} and a {@link org.fxd.graph.api.Place}. A node's {@link
 * org.fxd.graph.api.Hash} is taken over a canonical encoding of its kind, value, metadata and
 * entries, so two nodes with one hash are the same tree, and comparing two versions of a project
 * skips everything they share.
 *
 * <p>Everything in this package is immutable and safe for use by any number of threads, except
 * {@link org.fxd.graph.api.NodeBuilder}, which belongs to one thread. No method takes or returns
 * {@code null} unless it says so.
 */
@Export
@Version("1.4.0")
package org.fxd.graph.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
