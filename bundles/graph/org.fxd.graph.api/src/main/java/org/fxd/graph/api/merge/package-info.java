/**
 * Merging trees, where what contradicts is decided and not refused.
 *
 * <p>{@link org.fxd.graph.api.Nodes#merge} takes two trees that came of one base and makes a third
 * that has the changes of both. Where both sides contradict each other it describes that as a
 * {@link org.fxd.graph.api.merge.Contradiction} and asks a {@link org.fxd.graph.api.merge.Decider}
 * what to put there. How a decision is made, and what is remembered of it, is the decider's
 * business.
 */
@Export
@Version("1.0.0")
package org.fxd.graph.api.merge;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
