package org.fxd.graph.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.GraphNodes;
import org.fxd.testkit.Choices;
import org.fxd.testkit.NodeGenerator;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Edits that say where an entry stands do what edits by id do, and never search. */
class KeyedEditsProperties {
  private final Nodes nodes = new GraphNodes();

  private Node wide(NodeGenerator generator, Kind kind, int size) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Node leaf = nodes.leaf(Kind.DATA, Value.of(i));
      entries.add(new Entry(generator.id(), Name.of("n" + i), Place.NONE, leaf));
    }
    return nodes.builder(kind).appendAll(entries).build();
  }

  private static List<Entry> list(Node node) {
    List<Entry> entries = new ArrayList<>();
    node.entries().forEach(entries::add);
    return entries;
  }

  private static Kind kind(Choices choices) {
    return choices.chance(50) ? Kind.FOLDER : Kind.DATA;
  }

  private static Optional<NodeId> id(Optional<Entry> entry) {
    return entry.map(Entry::id);
  }

  @Test
  void neighboursAreThoseOfTheList() {
    Property.seeded(700)
        .runs(60)
        .check(
            choices -> {
              Node node = wide(new NodeGenerator(nodes), kind(choices), choices.between(1, 400));
              List<Entry> entries = list(node);
              TreeBuilder builder = (TreeBuilder) node.builder();
              for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                Optional<NodeId> before =
                    i == 0 ? Optional.empty() : Optional.of(entries.get(i - 1).id());
                Optional<NodeId> after =
                    i + 1 == entries.size()
                        ? Optional.empty()
                        : Optional.of(entries.get(i + 1).id());
                assertEquals(before, id(builder.before(entry)));
                assertEquals(after, id(builder.after(entry)));
                assertEquals(Optional.of(entry), builder.at(entry));
                assertEquals(Optional.of(entry), TreeNode.of(node).at(entry));
              }
            });
  }

  @Test
  void takingOutAndPuttingInIsAsRemovingAndPutting() {
    Property.seeded(800)
        .runs(60)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              Node node = wide(generator, kind(choices), choices.between(1, 300));
              TreeBuilder keyed = (TreeBuilder) node.builder();
              TreeBuilder plain = (TreeBuilder) node.builder();
              for (int edits = choices.between(1, 8); edits > 0 && plain.size() > 0; edits--) {
                Entry entry = choices.pick(list(plain.build()));
                if (choices.chance(50)) {
                  keyed.child(entry).value(Value.of(edits));
                  plain.child(entry.id()).value(Value.of(edits));
                }
                Entry now = plain.entry(entry.id()).orElseThrow();
                TreeBuilder child = keyed.detach(entry);
                plain.remove(entry.id());
                if (choices.chance(80)) {
                  Name name = Name.of("other " + edits);
                  keyed.insert(entry.id(), name, entry.place(), child);
                  plain.put(now.withName(name));
                  child.metadata("still", Value.of(edits));
                  plain.child(entry.id()).metadata("still", Value.of(edits));
                }
                if (choices.chance(30)) {
                  assertEquals(plain.build(), keyed.build());
                }
              }
              assertEquals(plain.size(), keyed.size());
              assertEquals(plain.build(), keyed.build());
            });
  }

  @Test
  void anInsertedNameMustBeFree() {
    Node node = wide(new NodeGenerator(nodes), Kind.FOLDER, 3);
    TreeBuilder builder = (TreeBuilder) node.builder();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            builder.insert(NodeId.random(), Name.of("n1"), Place.NONE, new TreeBuilder(Kind.DATA)));
    assertEquals(node, builder.build());
  }
}
