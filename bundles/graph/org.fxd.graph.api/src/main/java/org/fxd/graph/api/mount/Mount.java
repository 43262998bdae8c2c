package org.fxd.graph.api.mount;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A tree that is shown beside a project's own. A whiteboard service with the properties {@link
 * Workspace#PROJECT} and {@link #NAME}; of two with one name, the one with the higher service
 * ranking is shown. Safe for use by any number of threads.
 */
@ConsumerType
public interface Mount {
  /** The service property that says what it is called, without the {@code $}. */
  String NAME = "fxd.mount";

  /**
   * The tree as of now. Costs next to nothing: what is large is a {@linkplain
   * org.fxd.graph.api.Nodes#virtual virtual node}.
   */
  Node tree();
}
