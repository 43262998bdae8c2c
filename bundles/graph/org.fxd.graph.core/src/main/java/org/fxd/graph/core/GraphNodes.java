package org.fxd.graph.core;

import java.util.function.Predicate;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Listing;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.merge.Decider;
import org.fxd.graph.core.change.Comparison;
import org.fxd.graph.core.change.Merging;
import org.fxd.graph.core.change.Replay;
import org.fxd.graph.core.json.JsonValues;
import org.fxd.graph.core.node.FirstRoot;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.node.VirtualNode;
import org.osgi.service.component.annotations.Component;

/** The service that makes and compares nodes. It has no state; outside a container, make one. */
@Component
public final class GraphNodes implements Nodes {
  @Override
  public NodeBuilder builder(Kind kind) {
    return new TreeBuilder(kind);
  }

  @Override
  public Node newRoot() {
    return FirstRoot.of();
  }

  @Override
  public Node virtual(Kind kind, Listing listing) {
    return new VirtualNode(kind, listing);
  }

  @Override
  public Value json(String document) {
    return JsonValues.parse(document);
  }

  @Override
  public boolean compare(Node before, Node after, Predicate<TreeChange> visitor) {
    return Comparison.compare(before, after, visitor);
  }

  @Override
  public Node replay(Node base, Node changed, Node onto) {
    return Replay.replay(base, changed, onto);
  }

  @Override
  public Node merge(Node base, Node ours, Node theirs, Decider decider) {
    return Merging.merge(base, ours, theirs, decider);
  }
}
