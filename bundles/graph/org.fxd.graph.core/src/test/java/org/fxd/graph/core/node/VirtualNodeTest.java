package org.fxd.graph.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Listing;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.GraphNodes;
import org.junit.jupiter.api.Test;

class VirtualNodeTest {
  private final Nodes nodes = new GraphNodes();
  private int asked;

  @Test
  void isTheNodeThatItSaysItIs() {
    NodeBuilder builder = nodes.builder(Kind.FOLDER);
    entries().values().forEach(builder::put);
    Node built = builder.build();
    Node virtual = nodes.virtual(Kind.FOLDER, Listing.of(this::entries));
    assertEquals(built.hash(), virtual.hash());
    assertEquals(built, virtual);
    assertEquals(built.size(), virtual.size());
    assertEquals(names(built), names(virtual));
    assertEquals(built.entry(Name.of("b")), virtual.entry(Name.of("b")));
    assertEquals(Optional.empty(), virtual.entry(Name.of("z")));
    assertFalse(virtual.child("z").exists());
    assertEquals(built.entry(id(2)), virtual.entry(id(2)));
    assertTrue(virtual.diff(built, null));
    virtual.builder().remove(Name.of("a"));
    assertEquals(3, virtual.size());
    assertEquals(2, size(virtual.builder(), "a"));
  }

  @Test
  void isAskedWhenItIsLookedAtAndOnce() {
    Node virtual = nodes.virtual(Kind.FOLDER, Listing.of(this::entries));
    assertEquals(Kind.FOLDER, virtual.kind());
    assertEquals(Value.NONE, virtual.value());
    assertEquals(0, asked);
    virtual.child("a");
    names(virtual);
    virtual.hash();
    assertEquals(1, asked);
  }

  @Test
  void standsInOtherNodesWithoutBeingRead() {
    Node virtual = nodes.virtual(Kind.FOLDER, Listing.of(this::entries));
    Node above =
        nodes.virtual(
            Kind.ROOT,
            Listing.of(
                () -> {
                  SortedMap<Name, Entry> one = new TreeMap<>();
                  one.put(Name.of("in"), new Entry(id(9), Name.of("in"), Place.NONE, virtual));
                  return one;
                }));
    assertEquals(1, above.size());
    assertEquals(List.of("in"), names(above));
    assertEquals(0, asked);
  }

  @Test
  void onlyKindsThatSortByName() {
    assertThrows(
        IllegalArgumentException.class, () -> nodes.virtual(Kind.FILE, Listing.of(this::entries)));
  }

  private SortedMap<Name, Entry> entries() {
    asked++;
    SortedMap<Name, Entry> entries = new TreeMap<>();
    for (String name : List.of("c", "a", "b")) {
      Node leaf = nodes.leaf(Kind.DATA, Value.of(name));
      NodeId id = id(name.charAt(0) - 'a' + 1);
      entries.put(Name.of(name), new Entry(id, Name.of(name), Place.NONE, leaf));
    }
    return entries;
  }

  private static NodeId id(long number) {
    return new NodeId(1, number);
  }

  private static long size(NodeBuilder builder, String removed) {
    builder.remove(Name.of(removed));
    return builder.size();
  }

  private static List<String> names(Node node) {
    List<String> names = new ArrayList<>();
    node.entries().forEach(entry -> names.add(entry.name().toString()));
    return names;
  }
}
