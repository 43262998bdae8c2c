package org.fxd.graph.core.cursor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;

/** A tree as one would write it without thinking: each node knows its parent and its children. */
final class ModelTree {
  NodeId id;
  Name name;
  Kind kind;
  Value value = Value.NONE;
  final TreeMap<String, Value> metadata = new TreeMap<>();
  final List<ModelTree> children = new ArrayList<>();
  Optional<ModelTree> parent = Optional.empty();

  ModelTree(NodeId id, Name name, Kind kind) {
    this.id = id;
    this.name = name;
    this.kind = kind;
  }

  /** The tree of a node. */
  static ModelTree of(NodeId id, Name name, Node node) {
    ModelTree tree = new ModelTree(id, name, node.kind());
    tree.value = node.value();
    tree.metadata.putAll(node.metadata());
    node.entries().forEach(entry -> tree.add(of(entry.id(), entry.name(), entry.node()), -1));
    return tree;
  }

  ModelTree copy() {
    ModelTree copy = new ModelTree(id, name, kind);
    copy.value = value;
    copy.metadata.putAll(metadata);
    children.forEach(child -> copy.add(child.copy(), -1));
    return copy;
  }

  /** All nodes below this one. */
  List<ModelTree> all() {
    List<ModelTree> all = new ArrayList<>();
    for (ModelTree child : children) {
      all.add(child);
      all.addAll(child.all());
    }
    return all;
  }

  boolean isWithin(ModelTree other) {
    return this == other || parent.map(above -> above.isWithin(other)).orElse(false);
  }

  boolean has(Name wanted) {
    return children.stream().anyMatch(child -> child.name.equals(wanted));
  }

  /** Adds a child before the one with a number; at the end with -1. */
  void add(ModelTree child, int before) {
    children.add(before < 0 ? children.size() : before, child);
    child.parent = Optional.of(this);
    sort();
  }

  void sort() {
    if (kind.sortedByName()) {
      children.sort(Comparator.comparing(child -> child.name));
    }
  }

  void remove() {
    parent.orElseThrow().children.remove(this);
    parent = Optional.empty();
  }

  /** Makes sure that a node is this tree. */
  void check(Node node) {
    assertEquals(kind, node.kind());
    assertEquals(value, node.value());
    assertEquals(metadata, node.metadata());
    List<Entry> entries = new ArrayList<>();
    node.entries().forEach(entries::add);
    assertEquals(
        children.stream().map(child -> child.name + " " + child.id).toList(),
        entries.stream().map(entry -> entry.name() + " " + entry.id()).toList());
    for (int i = 0; i < entries.size(); i++) {
      children.get(i).check(entries.get(i).node());
    }
  }
}
