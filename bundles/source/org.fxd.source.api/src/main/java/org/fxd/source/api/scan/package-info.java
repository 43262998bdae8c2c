/** What it takes to teach FXD another language: finding the snippets in a text. */
@Export
@Version("1.1.0")
package org.fxd.source.api.scan;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
