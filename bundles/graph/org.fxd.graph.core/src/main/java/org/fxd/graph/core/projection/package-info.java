/**
 * Looking through projections: {@link org.fxd.graph.core.projection.Projectors} knows who computes
 * the inner nodes of what, so that selectors, cursors, watchers and the index see a file's snippets
 * whether they are stored or not.
 */
package org.fxd.graph.core.projection;
