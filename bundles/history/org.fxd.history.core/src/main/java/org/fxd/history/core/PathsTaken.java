package org.fxd.history.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.history.api.Commit;

/** Takes single paths out of a commit's tree into a transaction's. */
final class PathsTaken {
  private final Transaction transaction;
  private final Nodes nodes;
  private final Commit from;
  private final Node tree;

  /**
   * Takes from one commit.
   *
   * @param tree the commit's
   */
  PathsTaken(Transaction transaction, Nodes nodes, Commit from, Node tree) {
    this.transaction = transaction;
    this.nodes = nodes;
    this.from = from;
    this.tree = tree;
  }

  /** Makes what stands at a path as it is in the commit. */
  void take(NodePath path) {
    if (path.isRoot()) {
      transaction.root(tree);
      return;
    }
    List<Entry> way = way(path);
    Entry wanted = way.remove(way.size() - 1);
    TakenIds ids = new TakenIds(transaction, nodes, path);
    NodeBuilder holder = transaction.root();
    for (Entry step : way) {
      holder = folder(holder, step, ids, path);
    }
    Optional<Entry> current = holder.entry(wanted.name());
    if (current.equals(Optional.of(wanted))) {
      return;
    }
    Entry coming = ids.renewed(current, wanted);
    if (current.isPresent() && !current.get().id().equals(coming.id())) {
      holder.remove(current.get().id());
    }
    holder.put(coming);
  }

  /** The entries of the commit's tree that lead to a path, the one at it last. */
  private List<Entry> way(NodePath path) {
    List<Entry> way = new ArrayList<>();
    Node node = tree;
    for (NodePath.Step step : path.steps()) {
      Entry entry =
          (step.ordinal() == 1 ? node.entry(step.name()) : Optional.<Entry>empty())
              .orElseThrow(() -> missing(path));
      way.add(entry);
      node = entry.node();
    }
    return way;
  }

  private NotFoundException missing(NodePath path) {
    return new NotFoundException(
        "The commit " + from.id().brief() + " has nothing at " + path + ".",
        "Folders, files and other nodes are taken whole; what the commit lacks, node:rm removes.");
  }

  /** The builder of a folder on the way; one that is not there is made as the commit has it. */
  private NodeBuilder folder(NodeBuilder holder, Entry step, TakenIds ids, NodePath path) {
    Optional<Entry> there = holder.entry(step.name());
    if (there.isEmpty()) {
      Entry made = ids.renewed(Optional.empty(), step.withNode(bare(step.node())));
      holder.put(made);
      return holder.child(made.id());
    }
    if (!there.get().node().kind().equals(step.node().kind())) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "On the way to "
              + path
              + ", '"
              + step.name()
              + "' is a "
              + there.get().node().kind()
              + " by now, where the commit has a "
              + step.node().kind()
              + ".",
          "Rename or remove it first: node:rename, node:rm",
          null);
    }
    return holder.child(there.get().id());
  }

  /** A node without its entries. */
  private Node bare(Node node) {
    NodeBuilder bare = nodes.builder(node.kind()).value(node.value());
    node.metadata().forEach(bare::metadata);
    return bare.build();
  }
}
