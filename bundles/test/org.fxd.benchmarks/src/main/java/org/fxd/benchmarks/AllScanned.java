package org.fxd.benchmarks;

import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.projection.Outline;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.task.Cancellation;

/** A projector for projects all of whose files are stored scanned: there is nothing to compute. */
public final class AllScanned implements Projector {
  @Override
  public Kind kind() {
    return Kind.FILE;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public boolean isProjected(Node node) {
    return false;
  }

  @Override
  public Node project(NodeId id, Name name, Node node, Cancellation cancellation) {
    return node;
  }

  @Override
  public Optional<Outline> outline(NodeId id, Name name, Node node, Cancellation cancellation) {
    return Optional.empty();
  }
}
