/** Takes histories in that were made elsewhere, commit by commit, at any size. */
@Export
@Version("1.0.0")
package org.fxd.history.api.intake;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
