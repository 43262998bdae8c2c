/**
 * Merging: of branches, of one commit into another place, and of what remains to be decided.
 *
 * <p>{@link org.fxd.merge.api.Merges} brings the changes of two commits together; it never stops
 * half way. What contradicts is a {@link org.fxd.merge.api.Conflict}: a value that stands in the
 * project beside the code, is committed and checked out with it, and is resolved through {@link
 * org.fxd.merge.api.Conflicts}, or by editing what it is about. Whoever knows more of a language
 * than its lines offers a {@link org.fxd.merge.api.TextMerge}.
 */
@Export
@Version("1.0.0")
package org.fxd.merge.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
