/**
 * Whole histories, to and from Git: import, export, and which commit is which.
 *
 * <p>A commit of a project and the same commit in Git have two ids, joined by {@link GitMap}. The
 * bridge is exact: export gives the ids that import found, whatever odd forms Git's objects had.
 */
@Export
@Version("1.0.0")
package org.fxd.git.api.history;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
