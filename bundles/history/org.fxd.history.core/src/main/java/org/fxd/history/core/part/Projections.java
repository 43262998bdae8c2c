package org.fxd.history.core.part;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.task.Cancellation;

/** Looks into raw files with the projectors there are. Safe for use by any number of threads. */
public final class Projections {
  private final List<Projector> projectors = new CopyOnWriteArrayList<>();

  /** One more. */
  public void add(Projector projector) {
    projectors.add(projector);
  }

  /** One less. */
  public void remove(Projector projector) {
    projectors.remove(projector);
  }

  /** The node of an entry with its inner nodes; as it is if it has none to be found. */
  Node whole(Entry entry) {
    Node node = entry.node();
    for (Projector projector : projectors) {
      if (projector.kind().equals(node.kind()) && projector.isProjected(node)) {
        return projector.project(entry.id(), entry.name(), node, Cancellation.none());
      }
    }
    return node;
  }
}
