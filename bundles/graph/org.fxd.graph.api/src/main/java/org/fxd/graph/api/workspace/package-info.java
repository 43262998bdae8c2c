/**
 * An open project and how it changes.
 *
 * <p>{@link org.fxd.graph.api.workspace.Projects} opens a {@code .fxd} file; while it is open, one
 * {@link org.fxd.graph.api.workspace.Workspace} service with the property {@code fxd.project}
 * stands for it. Whoever wants to change the project begins a {@link
 * org.fxd.graph.api.workspace.Transaction}; {@link org.fxd.graph.api.workspace.ChangeHook}s may
 * refuse it; when it is durable, {@link org.fxd.graph.api.workspace.Observer}s and Event Admin are
 * told, on threads of their own. Each transaction is one operation of the project's log.
 *
 * <p>Readers never wait: {@link org.fxd.graph.api.workspace.Workspace#state()} is one consistent,
 * immutable state.
 */
@Export
@Version("1.1.0")
package org.fxd.graph.api.workspace;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
