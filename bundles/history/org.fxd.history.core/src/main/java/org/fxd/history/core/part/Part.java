package org.fxd.history.core.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.ConflictException;

/** Makes the tree that a part of the work gives. */
final class Part {
  private final Nodes nodes;
  private final Difference difference;
  private final Share share;
  private final Map<NodeId, Set<NodeId>> touched;

  private Part(Nodes nodes, Difference difference, Share share) {
    this.nodes = nodes;
    this.difference = difference;
    this.share = share;
    this.touched = share.touched();
  }

  /**
   * The earlier tree with what was selected done of what turned it into the later one.
   *
   * @throws ConflictException if that cannot stand by itself
   */
  static Node of(
      Nodes nodes, Projections projections, Node earlier, Node later, Selected selected) {
    Difference difference = Difference.of(earlier, later, projections, selected.files());
    Share share = new Share(difference, selected.nodes());
    return share.isEmpty() ? earlier : new Part(nodes, difference, share).build(Difference.ROOT);
  }

  private Node build(NodeId id) {
    NodeBuilder builder = beginning(id);
    share.going(id).forEach(builder::remove);
    share.coming(id).forEach(builder::remove);
    for (NodeId child : touched.getOrDefault(id, Set.of())) {
      put(builder, standing(child).entry().withNode(build(child)));
    }
    coming(id, builder).forEach(entry -> put(builder, entry));
    if (builder.kind().equals(Kind.FILE)) {
      FileContent.derive(builder);
    }
    return builder.build();
  }

  private List<Entry> coming(NodeId id, NodeBuilder builder) {
    Set<NodeId> coming = share.coming(id);
    if (!coming.isEmpty() && Seats.areOf(builder.kind())) {
      return Seats.of(builder, coming, standing(id).seen(), difference.after().get(id).seen());
    }
    return coming.stream().map(child -> difference.after().get(child).entry()).toList();
  }

  private Standing standing(NodeId id) {
    return (share.alongside().contains(id) ? difference.after() : difference.before()).get(id);
  }

  private NodeBuilder beginning(NodeId id) {
    Node seen = standing(id).seen();
    if (!share.alongside().contains(id)) {
      return seen.builder();
    }
    NodeBuilder shell = nodes.builder(seen.kind()).value(seen.value());
    seen.metadata().forEach(shell::metadata);
    return shell;
  }

  private static void put(NodeBuilder parent, Entry entry) {
    if (parent.kind().sortedByName()) {
      Optional<Entry> there =
          parent.entry(entry.name()).filter(other -> !other.id().equals(entry.id()));
      if (there.isPresent()) {
        throw Share.contradiction(
            "the name '"
                + entry.name()
                + "' is still taken, by something that was removed or renamed and not selected");
      }
    }
    parent.put(entry);
  }
}
