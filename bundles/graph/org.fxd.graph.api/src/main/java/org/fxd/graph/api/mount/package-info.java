/**
 * Trees that stand beside a project's own and are made when they are looked at: its history, say.
 *
 * <p>A {@link org.fxd.graph.api.mount.Mount} is a whiteboard service of whoever has something to
 * show; {@link org.fxd.graph.api.mount.Mounts} is the service of each open project that has all of
 * them under one root, so that paths, selectors and plugins read them as they read code. What is
 * mounted is no part of the project: it is never stored, committed or counted among its nodes, and
 * cannot be edited.
 */
@Export
@Version("1.0.0")
package org.fxd.graph.api.mount;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
