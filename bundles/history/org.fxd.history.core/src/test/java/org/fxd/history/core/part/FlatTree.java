package org.fxd.history.core.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.testkit.Choices;

/** A tree as a table of its nodes: simple enough to be seen to be right. Number 0 is the root. */
final class FlatTree {
  private static final List<Place> PLACES = Place.spread(6);
  private static final int NUMBERS = 14;

  /** One node. */
  record Row(int parent, String name, int place, Kind kind, String value) {
    Row in(int other) {
      return new Row(other, name, place, kind, value);
    }
  }

  final Map<Integer, Row> rows = new TreeMap<>();

  FlatTree() {}

  FlatTree(FlatTree other) {
    rows.putAll(other.rows);
  }

  static NodeId id(int number) {
    return new NodeId(7, number);
  }

  /** Does something to a node, or makes one; leaves the tree alone where that cannot be. */
  void edit(Choices choices) {
    int number = choices.between(1, NUMBERS);
    FlatTree edited = new FlatTree(this);
    Row row = rows.get(number);
    if (row == null) {
      int parent = parent(choices);
      Kind kind = parent == 0 || isFolder(parent) && choices.chance(60) ? Kind.FOLDER : Kind.DATA;
      edited.rows.put(number, new Row(parent, name(choices), choices.below(6), kind, "v0"));
    } else {
      switch (choices.below(5)) {
        case 0 -> edited.remove(number);
        case 1 -> edited.rows.put(number, row.in(parent(choices)));
        case 2 ->
            edited.rows.put(
                number, new Row(row.parent(), name(choices), row.place(), row.kind(), row.value()));
        case 3 ->
            edited.rows.put(
                number,
                new Row(row.parent(), row.name(), choices.below(6), row.kind(), row.value()));
        default ->
            edited.rows.put(
                number,
                new Row(row.parent(), row.name(), row.place(), row.kind(), "v" + choices.below(5)));
      }
    }
    if (edited.isSound()) {
      rows.clear();
      rows.putAll(edited.rows);
    }
  }

  private void remove(int number) {
    rows.remove(number);
    children(number).forEach(this::remove);
  }

  private int parent(Choices choices) {
    List<Integer> all = new ArrayList<>(rows.keySet());
    all.add(0);
    return choices.pick(all);
  }

  private static String name(Choices choices) {
    return "n" + choices.below(5);
  }

  private boolean isFolder(int number) {
    return number == 0 || rows.get(number).kind().equals(Kind.FOLDER);
  }

  List<Integer> children(int parent) {
    return rows.entrySet().stream()
        .filter(row -> row.getValue().parent() == parent)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** No cycle, no folder in data, no name twice in a folder. */
  boolean isSound() {
    for (int number : rows.keySet()) {
      int steps = 0;
      for (int at = number; at != 0; at = rows.get(at).parent()) {
        if (!rows.containsKey(at) || steps++ > NUMBERS) {
          return false;
        }
      }
      Row row = rows.get(number);
      if (row.kind().equals(Kind.FOLDER) && !isFolder(row.parent())) {
        return false;
      }
    }
    for (int number : rows.keySet()) {
      List<Integer> children = children(rows.get(number).parent());
      long same =
          children.stream()
              .filter(child -> rows.get(child).name().equals(rows.get(number).name()))
              .count();
      if (isFolder(rows.get(number).parent()) && same > 1) {
        return false;
      }
    }
    return true;
  }

  /** The tree. */
  Node build(Nodes nodes) {
    return build(nodes, nodes.builder(Kind.ROOT), 0);
  }

  private Node build(Nodes nodes, NodeBuilder builder, int number) {
    for (int child : children(number)) {
      Row row = rows.get(child);
      NodeBuilder inner = nodes.builder(row.kind()).value(Value.of(row.value()));
      Place place = builder.kind().sortedByName() ? Place.NONE : PLACES.get(row.place());
      builder.put(new Entry(id(child), Name.of(row.name()), place, build(nodes, inner, child)));
    }
    return builder.build();
  }
}
