/**
 * Nodes whose inner nodes are computed, not stored.
 *
 * <p>A file that came from outside is stored as one blob; its snippets follow from that blob.
 * Whoever can compute them offers a {@link org.fxd.graph.api.projection.Projector}. Selectors,
 * paths, watchers and indexes look through projections, so that a snippet is found alike whether
 * its file is stored raw or scanned.
 */
@Export
@Version("1.0.0")
package org.fxd.graph.api.projection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
