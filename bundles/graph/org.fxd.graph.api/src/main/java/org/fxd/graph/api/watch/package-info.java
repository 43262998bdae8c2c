/**
 * Being told what changed, node by node.
 *
 * <p>{@link org.fxd.graph.api.watch.Watchers} is a service of each open project. A watcher is told
 * after the change is durable, on a thread and from a bounded queue of its own, in order; when the
 * queue is full, changes are folded into one. {@link org.fxd.graph.api.watch.NodeTopics} are the
 * same for anyone on Event Admin, with ids and texts only.
 */
@Export
@Version("1.0.0")
package org.fxd.graph.api.watch;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
