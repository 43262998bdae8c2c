/** Between the graph and folders, Git's work trees among them. */
@Export
@Version("1.2.0")
package org.fxd.git.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
