/**
 * History on snippets: commits, branches, and going back.
 *
 * <p>A {@link org.fxd.history.api.Commit} is a root hash, its parents, who made it and why. Making
 * one costs a few hundred bytes whatever the size of the project, because its tree is the
 * workspace's own. {@link org.fxd.history.api.History} is a service, one per open project; so is
 * {@link org.fxd.history.api.Stash}, where work is put away. A {@link
 * org.fxd.history.api.Selection} says which part of the work is meant.
 *
 * <p>Whoever wants a say registers a {@link org.fxd.history.api.CommitHook} or a {@link
 * org.fxd.history.api.RefHook}; whoever keeps notes in the tree that may lose their meaning, a
 * {@link org.fxd.history.api.CommitTidier}; whoever wants to be told listens to {@link
 * org.fxd.history.api.HistoryTopics}.
 */
@Export
@Version("1.1.0")
package org.fxd.history.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
