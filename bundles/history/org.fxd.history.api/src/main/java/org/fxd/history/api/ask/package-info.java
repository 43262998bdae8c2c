/**
 * Asking a project's history: which commits did something, who wrote which line, what became of a
 * snippet, which commit broke something.
 *
 * <p>{@link org.fxd.history.api.ask.Log}, {@link org.fxd.history.api.ask.Blame} and {@link
 * org.fxd.history.api.ask.Bisect} are services of each open project. Answers come as they are
 * found, and what does not differ is not read: a commit whose tree is equal to that of its parent
 * where it matters costs the comparison of a few hashes.
 */
@Export
@Version("1.0.0")
package org.fxd.history.api.ask;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
