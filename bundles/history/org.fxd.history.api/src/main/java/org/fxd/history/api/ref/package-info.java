/**
 * Branches, tags, what is checked out, and how each of them came to be what it is.
 *
 * <p>{@link org.fxd.history.api.ref.Branches} and {@link org.fxd.history.api.ref.Tags} are the
 * names that commits have, {@link org.fxd.history.api.ref.Checkouts} turns the project to one of
 * them, and {@link org.fxd.history.api.ref.Reflog} tells what a name meant before. Each is a
 * service, one per open project, with the property {@code fxd.project}; safe for use by any number
 * of threads.
 *
 * <p>Whoever changes a branch or a tag gives the {@link org.fxd.history.api.ref.Branch} or {@link
 * org.fxd.history.api.ref.Tag} that they saw. If it is another one by now, a {@link
 * org.fxd.graph.api.error.ConflictException} says so and nothing happens: names change by
 * compare-and-set. Every change is one operation of the project's log, may be refused by a hook
 * ({@link org.fxd.graph.api.error.RefusedException}), and can be undone.
 */
@Export
@Version("1.0.0")
package org.fxd.history.api.ref;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
