package org.fxd.graph.api.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;

/**
 * A node where it stands in a tree: its entry, and the way from the root. Immutable; nodes are read
 * when touched. Within a file, nodes are those of the file's projection.
 *
 * <p>Two matches are equal if they are of the same node at the same place in equal trees.
 */
public final class Match {
  private final Node root;
  private final Optional<Match> parent;
  private final Entry entry;
  private final Node node;

  private Match(Node root, Optional<Match> parent, Entry entry, Node node) {
    this.root = root;
    this.parent = parent;
    this.entry = entry;
    this.node = node;
  }

  /** An entry of the root itself. */
  public static Match below(Node root, Entry entry) {
    return new Match(root, Optional.empty(), entry, entry.node());
  }

  /** An entry of this node. */
  public Match child(Entry inner) {
    return new Match(root, Optional.of(this), inner, inner.node());
  }

  /** The same, seen as another node, such as its projection; {@link #entry} stays as stored. */
  public Match as(Node seen) {
    return new Match(root, parent, entry, seen);
  }

  /** The root of the tree. */
  public Node root() {
    return root;
  }

  /** Where this stands in; empty if that is the root. */
  public Optional<Match> parent() {
    return parent;
  }

  /** The entry as its parent has it. */
  public Entry entry() {
    return entry;
  }

  /** The id. */
  public NodeId id() {
    return entry.id();
  }

  /** The name. */
  public Name name() {
    return entry.name();
  }

  /**
   * The node: the projection where it has one, else as stored. A file that was found by a selector
   * that can find nothing in files, such as {@code .file}, was not looked into and is as stored.
   */
  public Node node() {
    return node;
  }

  /** The node this stands in: the parent's, or the root. */
  public Node container() {
    return parent.map(Match::node).orElse(root);
  }

  /** From the root's child to this, outermost first. */
  public List<Match> way() {
    List<Match> way = new ArrayList<>();
    for (Optional<Match> at = Optional.of(this); at.isPresent(); at = at.get().parent) {
      way.add(0, at.get());
    }
    return way;
  }

  /** This, or the nearest node above it, that is of a kind. */
  public Optional<Match> nearest(Kind kind) {
    for (Optional<Match> at = Optional.of(this); at.isPresent(); at = at.get().parent) {
      if (at.get().node.kind().equals(kind)) {
        return at;
      }
    }
    return Optional.empty();
  }

  /** The path from the root. Reads the entries above where names may repeat. */
  public NodePath path() {
    NodePath path = NodePath.ROOT;
    for (Match step : way()) {
      path = path.child(step.name(), step.ordinal());
    }
    return path;
  }

  /** Which of the entries of its name this is, from 1. */
  public int ordinal() {
    Node container = container();
    int ordinal = 1;
    if (!container.kind().sortedByName()) {
      for (Entry sibling : container.entries()) {
        if (sibling.id().equals(entry.id())) {
          break;
        }
        ordinal += sibling.name().equals(entry.name()) ? 1 : 0;
      }
    }
    return ordinal;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Match that
        && entry.equals(that.entry)
        && parent.equals(that.parent)
        && root.equals(that.root);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entry.id(), entry.node().hash());
  }

  @Override
  public String toString() {
    return path().toString();
  }
}
