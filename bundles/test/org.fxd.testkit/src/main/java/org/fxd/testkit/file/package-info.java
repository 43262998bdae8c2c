/**
 * Files as a test wants them: {@link org.fxd.testkit.file.WatchedFiles} gives paths to real files
 * and tells of each change just before it is made, so that a test can look at the disk at that
 * moment, end the program there, or let the change fail as a full disk would.
 */
@Export
@Version("1.0.0")
package org.fxd.testkit.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
