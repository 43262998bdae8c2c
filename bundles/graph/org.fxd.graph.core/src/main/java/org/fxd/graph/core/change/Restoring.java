package org.fxd.graph.core.change;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.core.node.TreeBuilder;

/**
 * Brings back into one side's tree what it removed and the other side changed or put something
 * into. What carries its entries by name comes back with nothing in it but what has to be; all
 * else, such as a file, comes back whole.
 */
final class Restoring {
  private final TreeDiff keeping;
  private final SideTree gone;
  private final Set<NodeId> restored = new HashSet<>();

  Restoring(TreeDiff keeping, SideTree gone) {
    this.keeping = keeping;
    this.gone = gone;
  }

  /**
   * The entry whose presence is contradicted, if one is changed in the keeping side: itself, or the
   * outermost one around it that is removed and comes back whole. Empty if it is there, or is new
   * on the keeping side and only needs something to stand in.
   */
  Optional<NodeId> unit(NodeId id) {
    for (NodeId at : missing(id)) {
      if (keeping.keeps(at) && (at.equals(id) || !shell(at))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** Brings back an entry, or what a new one is to stand in. */
  void restore(NodeId id) {
    for (NodeId at : missing(id)) {
      if (!restored.add(at)) {
        if (shell(at)) {
          continue;
        }
        return;
      }
      Located located = keeping.after().get(at);
      Node node = located.entry().node();
      Node back = shell(at) ? emptied(node) : without(node);
      gone.put(
          located.parent(), free(gone.builder(located.parent()), located.entry().withNode(back)));
      if (!shell(at)) {
        return;
      }
    }
  }

  /** What is not there, from the outermost down to one, or to the last of the base above it. */
  private Deque<NodeId> missing(NodeId id) {
    Deque<NodeId> missing = new ArrayDeque<>();
    // What was moved may be there, and not what it was moved into.
    NodeId from = gone.has(id) ? keeping.after().get(id).parent() : id;
    for (NodeId at = from; !at.equals(TreeDiff.ROOT) && !gone.has(at); ) {
      if (keeping.keeps(at) || !missing.isEmpty()) {
        missing.push(at);
      }
      at = keeping.after().get(at).parent();
    }
    return missing;
  }

  private boolean shell(NodeId id) {
    return keeping.after().get(id).entry().node().kind().sortedByName();
  }

  private static Node emptied(Node node) {
    NodeBuilder shell = new TreeBuilder(node.kind()).value(node.value());
    node.metadata().forEach(shell::metadata);
    return shell.build();
  }

  /** A node without what the side that removed it has elsewhere. */
  private Node without(Node node) {
    NodeBuilder builder = node.builder();
    for (Entry entry : node.entries()) {
      if (gone.has(entry.id())) {
        builder.remove(entry.id());
      } else if (entry.node().size() > 0) {
        builder.put(entry.withNode(without(entry.node())));
      }
    }
    Node result = builder.build();
    if (node.kind().equals(Kind.FILE) && !result.equals(node)) {
      FileForms.derive(builder);
    }
    return builder.build();
  }

  private static Entry free(TreeBuilder parent, Entry entry) {
    if (!parent.kind().sortedByName() || parent.entry(entry.name()).isEmpty()) {
      return entry;
    }
    Name name = FreeName.like(entry.name(), other -> parent.entry(other).isPresent());
    return entry.withName(name);
  }
}
