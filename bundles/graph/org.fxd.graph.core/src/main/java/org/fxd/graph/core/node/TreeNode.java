package org.fxd.graph.core.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.entries.EntryDiff;
import org.fxd.graph.core.entries.EntryMap;
import org.fxd.graph.core.entries.Key;
import org.fxd.graph.core.entries.Leaf;

/** What all nodes have in common: everything but where the body is. */
public abstract sealed class TreeNode implements Node
    permits BuiltNode, StoredNode, VirtualNode, MissingNode {
  /** All of this node but its hash; may read. */
  abstract NodeBody body();

  /**
   * The node as this bundle knows it.
   *
   * @throws IllegalArgumentException if it was not made here
   */
  public static TreeNode of(Node node) {
    if (node instanceof TreeNode known) {
      return known;
    }
    throw new IllegalArgumentException("Not a node that FXD made: " + node.getClass().getName());
  }

  @Override
  public Kind kind() {
    return body().kind();
  }

  @Override
  public Value value() {
    return body().value();
  }

  @Override
  public SortedMap<String, Value> metadata() {
    return body().metadata();
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public long size() {
    return body().map().size();
  }

  @Override
  public Optional<Entry> entry(Name name) {
    NodeBody body = body();
    if (body.map().byName()) {
      return body.map().get(Key.of(name)).map(Leaf::entry);
    }
    return first(body, leaf -> leaf.name().equals(name));
  }

  @Override
  public Optional<Entry> entry(NodeId id) {
    return first(body(), leaf -> leaf.has(id));
  }

  private static Optional<Entry> first(NodeBody body, Predicate<Leaf> wanted) {
    Iterator<Leaf> leaves = body.map().iterator();
    while (leaves.hasNext()) {
      Leaf leaf = leaves.next();
      if (wanted.test(leaf)) {
        return Optional.of(leaf.entry());
      }
    }
    return Optional.empty();
  }

  /**
   * The entry with the same id as another, if it stands under the same name, or at the same place
   * where that decides; never searches.
   */
  public Optional<Entry> at(Entry lately) {
    EntryMap map = body().map();
    return map.get(Key.of(map.byName(), lately))
        .filter(leaf -> leaf.has(lately.id()))
        .map(Leaf::entry);
  }

  @Override
  public Iterable<Entry> entries() {
    return body().map().entries();
  }

  @Override
  public Node missing() {
    return MissingNode.MISSING;
  }

  @Override
  public NodeBuilder builder() {
    return new TreeBuilder(this);
  }

  @Override
  public boolean diff(Node base, NodeDiff visitor) {
    if (this == base || hash().equals(base.hash())) {
      return true;
    }
    NodeBody before = of(base).body();
    NodeBody after = body();
    if (!before.sameSelf(after) && !visitor.self(base, this)) {
      return false;
    }
    EntryDiff diff = EntryDiff.of(before.map(), after.map());
    Map<NodeId, Entry> gone = new HashMap<>();
    for (Leaf leaf : diff.removed()) {
      gone.put(leaf.entry().id(), leaf.entry());
    }
    List<Entry> stayed = new ArrayList<>();
    for (Leaf leaf : diff.added()) {
      Entry entry = leaf.entry();
      Entry earlier = gone.get(entry.id());
      if (earlier == null) {
        if (!visitor.added(entry)) {
          return false;
        }
      } else {
        stayed.add(earlier);
        if (!earlier.equals(entry) && !visitor.changed(earlier, entry)) {
          return false;
        }
      }
    }
    stayed.forEach(entry -> gone.remove(entry.id()));
    Iterator<Leaf> removed = diff.removed().iterator();
    while (removed.hasNext()) {
      Entry entry = removed.next().entry();
      if (gone.containsKey(entry.id()) && !visitor.removed(entry)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Node node && hash().equals(node.hash());
  }

  @Override
  public int hashCode() {
    return hash().hashCode();
  }

  @Override
  public String toString() {
    return exists() ? kind() + " " + hash().brief() : "nothing";
  }
}
