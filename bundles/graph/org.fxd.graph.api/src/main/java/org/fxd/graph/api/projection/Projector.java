package org.fxd.graph.api.projection;

import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Computes the inner nodes of nodes of one kind from what is stored of them. A whiteboard service;
 * must be safe for use by any number of threads.
 *
 * <p>A projection is a pure function of the node, its id and name, and {@link #version}: the same
 * wherever and whenever it is computed. It is never stored as part of the graph and may be
 * forgotten at any time.
 */
@ConsumerType
public interface Projector {
  /** The kind whose nodes it projects. */
  Kind kind();

  /**
   * What this projector's results depend on besides the node; two versions with the same text give
   * the same projections. Indexes made with another version are made anew.
   */
  String version();

  /**
   * Whether a node is stored without its inner nodes, so that {@link #project} may find some. Reads
   * nothing but the node itself.
   */
  boolean isProjected(Node node);

  /**
   * The node with its inner nodes; the node itself if there are none to be found.
   *
   * @throws StoreException if the content cannot be read
   * @throws CancelledException if asked to stop
   */
  Node project(NodeId id, Name name, Node node, Cancellation cancellation);

  /**
   * What an index needs to know of a projection, without the cost of making it.
   *
   * @return empty if the node has no inner nodes to be found
   * @throws StoreException if the content cannot be read
   * @throws CancelledException if asked to stop
   */
  Optional<Outline> outline(NodeId id, Name name, Node node, Cancellation cancellation);

  /**
   * As {@link #project}, with the help of a hint from an {@link Outline} of the same node, which
   * saves most of the work. A hint that does not fit is ignored.
   */
  default Node project(NodeId id, Name name, Node node, byte[] hint, Cancellation cancellation) {
    return project(id, name, node, cancellation);
  }
}
