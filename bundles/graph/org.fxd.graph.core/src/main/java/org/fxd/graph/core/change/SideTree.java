package org.fxd.graph.core.change;

import java.util.HashMap;
import java.util.Map;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.node.TreeNode;

/** The tree of one side of a merge, being edited by id. */
final class SideTree {
  private final TreeDiff own;
  private final TreeDiff other;
  private final Map<NodeId, TreeBuilder> builders = new HashMap<>();

  /**
   * The tree of a side.
   *
   * @param own what made it of the base
   * @param other what made the other side; it knows where what only that touches stands here
   */
  SideTree(TreeDiff own, TreeDiff other, Node tree) {
    this.own = own;
    this.other = other;
    builders.put(TreeDiff.ROOT, (TreeBuilder) TreeNode.of(tree).builder());
  }

  /** Whether this side has an entry that one of the differences touches. */
  boolean has(NodeId id) {
    return own.after().containsKey(id)
        || !own.touches(id)
            && other.before().containsKey(id)
            && Contradictions.alive(own, other.before(), id);
  }

  /** Where an entry stands that this side {@linkplain #has has}. */
  Located located(NodeId id) {
    Located located = own.after().get(id);
    return located != null ? located : other.before().get(id);
  }

  TreeBuilder builder(NodeId id) {
    TreeBuilder known = builders.get(id);
    if (known == null) {
      Located located = located(id);
      known = builder(located.parent()).child(located.entry());
      builders.put(id, known);
    }
    return known;
  }

  /** Puts an entry in, and from now on its own builder is meant by its id. */
  void put(NodeId parent, Entry entry) {
    TreeBuilder into = builder(parent);
    into.put(entry);
    builders.put(entry.id(), into.child(entry.id()));
  }

  /** Takes an entry out, wherever it stands. */
  void remove(NodeId id) {
    builder(located(id).parent()).remove(id);
  }

  Node tree() {
    return builders.get(TreeDiff.ROOT).build();
  }
}
