package org.fxd.history.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Transaction;

/**
 * Keeps ids unique when a tree comes to a path: what moved away from there since, and stands
 * elsewhere, keeps its id, and what comes is a copy of it under another.
 */
final class TakenIds {
  private final Transaction transaction;
  private final Nodes nodes;
  private final NodePath path;

  /** The ids that are taken outside a path. */
  TakenIds(Transaction transaction, Nodes nodes, NodePath path) {
    this.transaction = transaction;
    this.nodes = nodes;
    this.path = path;
  }

  /**
   * An entry that is to come, with other ids where they are taken. Looks only at what is new.
   *
   * @param current what it takes the place of
   */
  Entry renewed(Optional<Entry> current, Entry wanted) {
    Set<NodeId> taken = new HashSet<>();
    Deque<Entry> coming = coming(current, wanted);
    while (!coming.isEmpty()) {
      Entry entry = coming.pop();
      if (isElsewhere(entry.id())) {
        taken.add(entry.id());
      }
      entry.node().entries().forEach(coming::push);
    }
    return taken.isEmpty() ? wanted : renewed(wanted, taken);
  }

  private Deque<Entry> coming(Optional<Entry> current, Entry wanted) {
    Deque<Entry> coming = new ArrayDeque<>();
    if (current.filter(entry -> entry.id().equals(wanted.id())).isEmpty()) {
      coming.add(wanted);
      return coming;
    }
    nodes.compare(
        current.get().node(),
        wanted.node(),
        change -> {
          if (change.kind() == TreeChange.Kind.ADDED) {
            change.to().ifPresent(coming::add);
          }
          return true;
        });
    return coming;
  }

  private boolean isElsewhere(NodeId id) {
    Cursor standing = transaction.at(id);
    if (!standing.exists()) {
      return false;
    }
    var steps = standing.path().steps();
    int length = path.steps().size();
    return steps.size() < length || !steps.subList(0, length).equals(path.steps());
  }

  private static Entry renewed(Entry entry, Set<NodeId> taken) {
    Node node = renewed(entry.node(), taken);
    NodeId id = taken.contains(entry.id()) ? NodeId.random() : entry.id();
    return new Entry(id, entry.name(), entry.place(), node);
  }

  private static Node renewed(Node node, Set<NodeId> taken) {
    NodeBuilder builder = node.builder();
    for (Entry entry : node.entries()) {
      Entry other = renewed(entry, taken);
      if (!other.equals(entry)) {
        builder.remove(entry.id());
        builder.put(other);
      }
    }
    return builder.build();
  }
}
