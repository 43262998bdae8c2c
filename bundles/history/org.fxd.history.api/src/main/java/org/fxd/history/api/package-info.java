/**
 * History on snippets: commits, branches, and going back.
 *
 * <p>A {@link org.fxd.history.api.Commit} is a root hash, its parents, who made it and why. Making
 * one costs a few hundred bytes whatever the size of the project, because its tree is the
 * workspace's own. {@link org.fxd.history.api.History} is a service, one per open project.
 */
@Export
@Version("1.1.0")
package org.fxd.history.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
