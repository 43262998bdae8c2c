/**
 * Where objects live: a map from hash to bytes, and a few named references that change by
 * compare-and-set. All else that a store keeps is an index that can be rebuilt.
 *
 * <p>A store knows nothing of trees: it is given canonical bytes and gives them back. {@link
 * org.fxd.store.api.StoreProvider}s open stores; {@link org.fxd.store.api.Store} is one of them
 * opened; {@link org.fxd.store.api.Batch} is the one way to write. The laws are the testkit's
 * {@code StoreContract}.
 *
 * <p>Objects are never changed. They go only in a {@link org.fxd.store.api.Compaction}, which keeps
 * what references and {@link org.fxd.store.api.Lease}s lead to; what leads where is told by {@link
 * org.fxd.store.api.ObjectLinks}.
 */
@Export
@Version("1.2.0")
package org.fxd.store.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
