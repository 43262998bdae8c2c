/**
 * Projects in files of other formats: what an older FXD wrote, or another program.
 *
 * <p>A {@link org.fxd.store.api.format.ProjectFormat} knows one of them. It turns a file into the
 * root of a project and the root of a project into a file; it knows neither stores nor operations.
 * What a file's format holds that a project has no words for, it keeps in metadata of its own, so
 * that it can be written back.
 */
@Export
@Version("1.0.0")
package org.fxd.store.api.format;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
