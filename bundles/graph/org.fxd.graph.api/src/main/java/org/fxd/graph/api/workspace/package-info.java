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
 * <p>There are two ways to change a tree. A {@link org.fxd.graph.api.NodeBuilder} edits entries
 * where they stand, which suits whoever makes many nodes. A {@link
 * org.fxd.graph.api.workspace.Cursor} holds on to one node by its id, finds it again wherever it
 * was moved to, looks into files, and says what is wrong in words. Both may be used side by side in
 * one transaction. A {@link org.fxd.graph.api.workspace.Session} is someone at work: it carries the
 * {@link org.fxd.graph.api.workspace.Origin} of all changes that are made through it, and its
 * cursors read the newest state and make each change an operation of its own:
 *
 * <pre>
 * Session session = workspace.session(new Origin("Ada", "plugin:notes"));
 * session.at(NodePath.parse("config.notes.colour")).create().set("blue");
 * session.change("tidy up", transaction -&gt; {
 *   Savepoint savepoint = transaction.savepoint();
 *   transaction.at(NodePath.parse("config.notes.old")).remove();
 *   if (...) {
 *     savepoint.rollback();
 *   }
 * });
 * </pre>
 *
 * <p>Readers never wait: {@link org.fxd.graph.api.workspace.Workspace#state()} is one consistent,
 * immutable state.
 */
@Export
@Version("1.4.0")
package org.fxd.graph.api.workspace;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
