package org.fxd.source.core.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.group.Group;
import org.fxd.source.core.text.Places;

/**
 * The group of a view's own as a node, in the layout of {@code org.fxd.graph.api.group}. What is in
 * both the node and the group keeps its entry, so that two people who change different members do
 * not contradict each other.
 */
final class GroupNodes {
  static final Kind GROUP = new Kind("group");
  private static final Kind MEMBER = new Kind("member");
  private static final Kind INCLUDE = new Kind("include");
  private static final Kind EXCLUDE = new Kind("exclude");
  private static final String REACTIVE = "reactive";
  private static final String DEBOUNCE = "debounce";

  /** An entry without id and place. */
  private record Row(Kind kind, Value value) {
    static Row of(Entry entry) {
      return new Row(entry.node().kind(), entry.node().value());
    }
  }

  private GroupNodes() {}

  static Group read(Node node) {
    Set<NodeId> members = new LinkedHashSet<>();
    Set<String> includes = new LinkedHashSet<>();
    Set<String> excludes = new LinkedHashSet<>();
    for (Entry entry : node.entries()) {
      Row row = Row.of(entry);
      if (row.kind().equals(MEMBER)) {
        row.value().asReference().ifPresent(members::add);
      } else if (row.kind().equals(INCLUDE)) {
        row.value().asText().ifPresent(includes::add);
      } else if (row.kind().equals(EXCLUDE)) {
        row.value().asText().ifPresent(excludes::add);
      }
    }
    long debounce =
        node.metadata(DEBOUNCE)
            .asNumber()
            .map(number -> Math.max(0, number.longValue()))
            .orElse(0L);
    return new Group(
        List.copyOf(members),
        List.copyOf(includes),
        List.copyOf(excludes),
        node.metadata(REACTIVE).equals(Value.of(true)),
        Duration.ofMillis(debounce));
  }

  private static List<Row> rows(Group group) {
    List<Row> rows = new ArrayList<>();
    group.members().forEach(id -> rows.add(new Row(MEMBER, new Value.Reference(id))));
    group.includes().forEach(text -> rows.add(new Row(INCLUDE, Value.of(text))));
    group.excludes().forEach(text -> rows.add(new Row(EXCLUDE, Value.of(text))));
    return rows;
  }

  static void write(Nodes nodes, NodeBuilder node, NodeId self, Group group) {
    set(node, REACTIVE, group.reactive() ? Value.of(true) : Value.NONE);
    long wait = group.debounce().toMillis();
    set(node, DEBOUNCE, wait == 0 ? Value.NONE : Value.of(wait));
    Map<Row, Entry> there = new HashMap<>();
    List<NodeId> surplus = new ArrayList<>();
    for (Entry entry : node.entries()) {
      if (there.putIfAbsent(Row.of(entry), entry) != null) {
        surplus.add(entry.id());
      }
    }
    List<Row> rows = rows(group);
    List<Place> places =
        Places.arrange(
            rows.stream()
                .map(row -> Optional.ofNullable(there.get(row)).map(Entry::place))
                .toList());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Entry known = there.remove(row);
      if (known == null) {
        Node leaf = nodes.leaf(row.kind(), row.value());
        node.put(new Entry(id(self, row), Name.EMPTY, places.get(i), leaf));
      } else if (!known.place().equals(places.get(i))) {
        node.put(known.withPlace(places.get(i)));
      }
    }
    there.values().forEach(entry -> surplus.add(entry.id()));
    surplus.forEach(node::remove);
  }

  /** Two people who add the same add it once. */
  private static NodeId id(NodeId self, Row row) {
    MessageDigest digest = Hash.newDigest();
    digest.update("row".getBytes(StandardCharsets.UTF_8));
    digest.update(self.bytes());
    digest.update((row.kind() + " " + row.value()).getBytes(StandardCharsets.UTF_8));
    return NodeId.derived(Hash.ofDigest(digest));
  }

  private static void set(NodeBuilder node, String key, Value value) {
    if (!node.metadata(key).equals(value)) {
      node.metadata(key, value);
    }
  }
}
