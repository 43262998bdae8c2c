/**
 * The operation log of a project, and going back in it.
 *
 * <p>Every change of anything is an {@link org.fxd.graph.api.workspace.Operation} that names the
 * project's state before and after. {@link org.fxd.graph.api.oplog.OperationLog} is the service of
 * each open project that finds operations, looks at the states that they left, and undoes them.
 * Undoing is itself an operation, so nothing is lost by it.
 */
@Export
@Version("1.0.0")
package org.fxd.graph.api.oplog;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
