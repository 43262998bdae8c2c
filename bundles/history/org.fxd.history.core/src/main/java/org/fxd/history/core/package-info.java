/**
 * History over one open project's store and workspace.
 *
 * <p>A commit is one small object beside the nodes: {@link org.fxd.history.core.CommitCodec} says
 * how it is written, {@link org.fxd.history.core.Commits} reads it, {@link
 * org.fxd.history.core.Committing} makes it of a draft and of a tree that {@link
 * org.fxd.history.core.Trees} puts together. {@link org.fxd.history.core.ProjectHistory} and {@link
 * org.fxd.history.core.ProjectStash} move references, always within one transaction of the
 * workspace, which {@link org.fxd.history.core.UponRefs} does again where someone else moved them
 * first; {@link org.fxd.history.core.Revisions} understands what people type for a commit, and
 * {@link org.fxd.history.core.CommitLog} walks the ancestors.
 *
 * <p>{@link org.fxd.history.core.RefHooks} and {@link org.fxd.history.core.HistoryEvents} look at
 * states before and after, so that nothing that moves a reference goes round them. {@link
 * org.fxd.history.core.Histories} registers one set of services for each project that is open.
 */
package org.fxd.history.core;
