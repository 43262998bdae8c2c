/**
 * What can go wrong, in words for a person.
 *
 * <p>Every error that FXD expects is an {@link org.fxd.graph.api.error.FxdException}: its message
 * says what happened, to what and why, and its hint says what to do next. A shell shows both and
 * ends with the exit code; it never shows a stack trace.
 */
@Export
@Version("1.1.0")
package org.fxd.graph.api.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
