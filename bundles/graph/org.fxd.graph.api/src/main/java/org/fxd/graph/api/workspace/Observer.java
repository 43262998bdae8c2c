package org.fxd.graph.api.workspace;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told of every change after it is durable. A whiteboard service: register one and it is told;
 * with the property {@link Workspace#PROJECT} it is told of that project only.
 *
 * <p>Each observer has a queue and at most one thread of its own: calls come in order and never
 * overlap, and a slow observer delays nobody. When the queue is full, changes are folded into one
 * (before of the first, after of the last, {@link Change#count()} says how many); whoever needs
 * each of them reads {@link Workspace#operations()}. An exception is logged with the observer's
 * name and changes nothing.
 */
@ConsumerType
public interface Observer {
  /** A change, or several folded into one, happened. */
  void changed(Workspace workspace, Change change);
}
