package org.fxd.graph.api.ownership;

import java.util.Optional;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells who made each node of one open project, and who changed it last. A service with the
 * property {@link org.fxd.graph.api.workspace.Workspace#PROJECT}; safe for use by any number of
 * threads.
 *
 * <p>An answer costs a few look-ups, whatever the size of the project and of its log. In a project
 * whose file does not have it yet, the first question goes through the operation log once; what it
 * finds is kept if the project can be written to.
 */
@ProviderType
public interface Owners {
  /**
   * The ownership of a node of the newest state.
   *
   * @param id the node's id; that of a snippet of a raw file too
   * @return empty if there is no such node. Heads and gaps have none of their own: they are the
   *     text of what they stand in.
   * @throws StoreException if the project cannot be read
   */
  Optional<Ownership> of(NodeId id);
}
