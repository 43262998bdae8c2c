/** Long work: how it reports progress and how it is asked to stop. */
@Export
@Version("1.1.0")
package org.fxd.graph.api.task;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
