package org.fxd.graph.core.cursor;

import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.node.TreeNode;

/**
 * A node where it stands right now, in a tree that is or is not being edited. It holds until the
 * next edit.
 */
final class Spot {
  private final Expansions expansions;
  private final Optional<Spot> above;
  private final Entry entry;
  private final Way way;
  private final Optional<TreeBuilder> builder;
  private Node seen;

  private Spot(
      Expansions expansions,
      Optional<Spot> above,
      Entry entry,
      Way way,
      Optional<TreeBuilder> builder) {
    this.expansions = expansions;
    this.above = above;
    this.entry = entry;
    this.way = way;
    this.builder = builder;
  }

  /** The root of a tree that does not change. */
  static Spot root(Expansions expansions, Node root) {
    Entry entry = Way.ROOT.entry().withNode(root);
    return new Spot(expansions, Optional.empty(), entry, Way.ROOT, Optional.empty());
  }

  /** The root of a tree that is being edited. */
  static Spot root(Expansions expansions, TreeBuilder root) {
    return new Spot(expansions, Optional.empty(), Way.ROOT.entry(), Way.ROOT, Optional.of(root));
  }

  NodeId id() {
    return entry.id();
  }

  /** The entry; its node may lack what was edited lately. */
  Entry entry() {
    return entry;
  }

  Way way() {
    return way;
  }

  /** What it stands in; empty for the root. */
  Optional<Spot> above() {
    return above;
  }

  Kind kind() {
    return builder.map(TreeBuilder::kind).orElseGet(() -> entry.node().kind());
  }

  /** The builder of the node, if it is being edited. */
  Optional<TreeBuilder> builder() {
    return builder;
  }

  /** How many steps below the root it stands. */
  int depth() {
    int depth = 0;
    for (Optional<Spot> at = above; at.isPresent(); at = at.get().above) {
      depth++;
    }
    return depth;
  }

  /** This, or the nearest node above it, that is of a kind. */
  Optional<Spot> nearest(Kind kind) {
    for (Optional<Spot> at = Optional.of(this); at.isPresent(); at = at.get().above) {
      if (at.get().kind().equals(kind)) {
        return at;
      }
    }
    return Optional.empty();
  }

  /** Whether this is a node, or stands below it. */
  boolean isWithin(NodeId other) {
    for (Optional<Spot> at = Optional.of(this); at.isPresent(); at = at.get().above) {
      if (at.get().id().equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** The node as it is stored, or would be. */
  Node stored() {
    return builder.<Node>map(TreeBuilder::build).orElse(entry.node());
  }

  /** Whether the inner nodes are computed, not stored. */
  boolean isProjected() {
    // What has inner nodes in store is not projected: no need to build it to find out.
    return builder.map(edited -> edited.size() == 0).orElse(true)
        && expansions.isProjected(stored());
  }

  /** The node with its inner nodes, whether they are stored or computed. */
  Node node() {
    if (builder.isPresent()) {
      return isProjected() ? expansions.expand(entry.withNode(stored())) : stored();
    }
    if (seen == null) {
      seen = expansions.expand(entry);
    }
    return seen;
  }

  /** The entry of this node that stands where another one did, and is the same. */
  Optional<Spot> at(Entry lately) {
    if (builder.isPresent() && !isProjected()) {
      return builder.get().at(lately).map(this::below);
    }
    return TreeNode.of(node()).at(lately).map(this::below);
  }

  /** The entry that a step of a path leads to. */
  Optional<Spot> at(NodePath.Step step) {
    boolean plain = step.ordinal() == 1;
    if (plain && builder.isPresent() && !isProjected()) {
      return builder.get().at(step.name()).map(this::below);
    }
    if (plain) {
      return node().entry(step.name()).map(this::below);
    }
    if (kind().sortedByName()) {
      return Optional.empty();
    }
    int left = step.ordinal();
    for (Entry inner : node().entries()) {
      if (inner.name().equals(step.name()) && --left == 0) {
        return Optional.of(below(inner));
      }
    }
    return Optional.empty();
  }

  /** The node that a path from here leads to. */
  Optional<Spot> at(NodePath path) {
    Optional<Spot> at = Optional.of(this);
    for (NodePath.Step step : path.steps()) {
      at = at.flatMap(spot -> spot.at(step));
    }
    return at;
  }

  /** An entry of this node. */
  Spot below(Entry inner) {
    Optional<TreeBuilder> edited = builder.flatMap(parent -> parent.opened(inner.id()));
    return new Spot(expansions, Optional.of(this), inner, way.to(inner), edited);
  }

  /** The path from the root. Reads the entries before it where names may repeat. */
  NodePath path() {
    return above
        .map(parent -> parent.path().child(entry.name(), ordinal(parent)))
        .orElse(NodePath.ROOT);
  }

  private int ordinal(Spot parent) {
    int ordinal = 1;
    if (!parent.kind().sortedByName()) {
      for (Entry sibling : parent.node().entries()) {
        if (sibling.id().equals(id())) {
          break;
        }
        ordinal += sibling.name().equals(entry.name()) ? 1 : 0;
      }
    }
    return ordinal;
  }
}
