/**
 * History over one open project's store and workspace.
 *
 * <p>A commit is one small object beside the nodes: {@link org.fxd.history.core.CommitCodec} says
 * how it is written, {@link org.fxd.history.core.Commits} reads it. {@link
 * org.fxd.history.core.ProjectHistory} makes commits and moves references, always within one
 * transaction of the workspace; {@link org.fxd.history.core.Revisions} understands what people type
 * for a commit, and {@link org.fxd.history.core.CommitLog} walks the ancestors. {@link
 * org.fxd.history.core.Histories} registers one history for each project that is open.
 */
package org.fxd.history.core;
