package org.fxd.graph.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.core.GraphNodes;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.Choices;
import org.fxd.testkit.FaultyStore;
import org.fxd.testkit.NodeGenerator;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class NodeProperties {
  private static final Kind GROUP = new Kind("group");
  private final Nodes nodes = new GraphNodes();
  private final FaultyStore store = new FaultyStore(new MemoryStores().create(Path.of("x")));

  private Node stored(Node node) {
    ObjectReader reader = new ObjectReader(store);
    try (Batch batch = store.begin()) {
      new ObjectWriter(reader, batch, Set.of()).write(node);
      batch.commit();
    }
    return new ObjectReader(store).node(node.hash());
  }

  private static NodeId id(int number) {
    return NodeId.derived(Hash.ofContent(("id " + number).getBytes(StandardCharsets.UTF_8)));
  }

  private Entry entry(Kind kind, int number, int value) {
    Place place =
        kind.sortedByName()
            ? Place.NONE
            : Place.ofBytes(
                new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number, 1});
    return new Entry(
        id(number), Name.of("name " + number), place, nodes.leaf(Kind.GAP, Value.of(value)));
  }

  private static List<Entry> list(Node node) {
    List<Entry> entries = new ArrayList<>();
    node.entries().forEach(entries::add);
    return entries;
  }

  @Test
  void whatIsWrittenIsRead() {
    Property.seeded(10)
        .runs(150)
        .check(
            choices -> {
              Node tree = new NodeGenerator(nodes).tree(choices, 40);
              assertSame(tree, stored(tree));
            });
  }

  private static void assertSame(Node expected, Node actual) {
    assertEquals(expected.kind(), actual.kind());
    assertEquals(expected.value(), actual.value());
    assertEquals(expected.metadata(), actual.metadata());
    List<Entry> wanted = list(expected);
    assertEquals(wanted, list(actual));
    List<Entry> found = list(actual);
    for (int i = 0; i < wanted.size(); i++) {
      assertSame(wanted.get(i).node(), found.get(i).node());
    }
  }

  @Test
  void anyOrderOfEditsGivesTheSameHash() {
    for (Kind kind : List.of(Kind.FOLDER, GROUP)) {
      Property.seeded(20)
          .runs(15)
          .check(
              choices -> {
                // Enough entries for two levels of chunks now and then, edited in two orders.
                int size = choices.between(1, choices.chance(15) ? 6000 : 400);
                List<Integer> numbers = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                  numbers.add(i);
                }
                Node straight = build(kind, numbers, size);
                Collections.shuffle(numbers, new Random(choices.below(1000)));
                NodeBuilder detour = nodes.builder(kind);
                int extra = choices.below(200);
                for (int i = 0; i < extra; i++) {
                  detour.put(entry(kind, size + i, 0));
                }
                detour.build();
                for (int i = 0; i < size; i++) {
                  detour.put(entry(kind, numbers.get(i), i % 3));
                  if (i % 97 == 0) {
                    detour.build();
                  }
                }
                Node half = stored(detour.build());
                NodeBuilder rest = half.builder();
                Collections.shuffle(numbers, new Random(choices.below(1000)));
                for (int i = 0; i < extra; i++) {
                  assertTrue(rest.remove(id(size + i)));
                }
                for (int number : numbers) {
                  rest.put(entry(kind, number, number));
                }
                assertEquals(straight.hash(), rest.build().hash());
                assertEquals(size, rest.size());
                assertEquals(list(straight), list(rest.build()));
              });
    }
  }

  private Node build(Kind kind, List<Integer> numbers, int size) {
    NodeBuilder builder = nodes.builder(kind);
    for (int number : numbers) {
      builder.put(entry(kind, number, number));
    }
    Node node = builder.build();
    assertEquals(size, node.size());
    return node;
  }

  @Test
  void aBuilderDoesWhatAMapDoes() {
    Property.seeded(30)
        .runs(100)
        .check(
            choices -> {
              Kind kind = choices.pick(List.of(Kind.FOLDER, GROUP));
              TreeMap<Integer, Integer> model = new TreeMap<>();
              Node node = nodes.builder(kind).build();
              for (int round = choices.between(1, 4); round > 0; round--) {
                NodeBuilder builder = node.builder();
                for (int step = choices.below(150); step > 0; step--) {
                  int number = choices.below(300);
                  if (choices.chance(30)) {
                    assertEquals(model.remove(number) != null, builder.remove(id(number)));
                  } else {
                    int value = choices.below(1000);
                    model.put(number, value);
                    builder.put(entry(kind, number, value));
                  }
                  assertEquals(model.size(), builder.size());
                }
                node = choices.chance(50) ? stored(builder.build()) : builder.build();
              }
              assertEquals(model.size(), node.size());
              for (Map.Entry<Integer, Integer> wanted : model.entrySet()) {
                Value value = Value.of(wanted.getValue());
                int number = wanted.getKey();
                assertEquals(value, node.entry(id(number)).orElseThrow().node().value());
                assertEquals(value, node.child("name " + number).value());
              }
              assertFalse(node.child("name 300").exists());
            });
  }

  @Test
  void aDiffAppliedGivesTheLaterNode() {
    Property.seeded(40)
        .runs(150)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              Node before = stored(generator.tree(choices, 150));
              Node after = generator.edited(choices, before, 30);
              NodeBuilder builder = before.builder();
              List<Entry> puts = new ArrayList<>();
              after.diff(
                  before,
                  new NodeDiff() {
                    @Override
                    public boolean self(Node earlier, Node later) {
                      builder.value(later.value());
                      earlier.metadata().keySet().forEach(k -> builder.metadata(k, Value.NONE));
                      later.metadata().forEach(builder::metadata);
                      return true;
                    }

                    @Override
                    public boolean added(Entry entry) {
                      assertTrue(before.entry(entry.id()).isEmpty());
                      return puts.add(entry);
                    }

                    @Override
                    public boolean removed(Entry entry) {
                      assertTrue(after.entry(entry.id()).isEmpty());
                      return builder.remove(entry.id());
                    }

                    @Override
                    public boolean changed(Entry earlier, Entry later) {
                      assertEquals(earlier.id(), later.id());
                      builder.remove(earlier.id());
                      return puts.add(later);
                    }
                  });
              puts.forEach(builder::put);
              assertEquals(after.hash(), builder.build().hash());
            });
  }

  @Test
  void equalNodesAreComparedWithoutReading() {
    Node tree = stored(new NodeGenerator(nodes).tree(Choices.seeded(5), 100));
    Node again = new ObjectReader(store).node(tree.hash());
    int reads = store.reads();
    again.diff(
        tree,
        new NodeDiff() {
          @Override
          public boolean added(Entry after) {
            throw new AssertionError();
          }

          @Override
          public boolean removed(Entry before) {
            throw new AssertionError();
          }

          @Override
          public boolean changed(Entry before, Entry after) {
            throw new AssertionError();
          }
        });
    nodes.compare(
        tree,
        again,
        change -> {
          throw new AssertionError();
        });
    assertEquals(tree, nodes.replay(tree, again, tree));
    assertEquals(reads, store.reads());
  }

  @Test
  void oneChildMoreInAWideNodeCostsAFewChunks() {
    for (Kind kind : List.of(Kind.FOLDER, GROUP)) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < 8_000; i++) {
        numbers.add(i);
      }
      Node wide = stored(build(kind, numbers, numbers.size()));

      int reads = store.reads();
      assertTrue(wide.child("name 17").exists());
      int looked = store.reads() - reads;
      assertTrue(kind.equals(GROUP) || looked <= 5, looked + " objects read to find one child");

      NodeBuilder builder = new ObjectReader(store).node(wide.hash()).builder();
      reads = store.reads();
      builder.childOrNew(Name.of("one more"), Kind.GAP).value(Value.of("x"));
      Node more = builder.build();
      int added = store.reads() - reads;
      // By name, a node that is not sorted by name has to be searched.
      assertTrue(kind.equals(GROUP) || added <= 8, added + " objects read to add one");
      assertEquals(8_001, more.size());

      int objects = store.objects();
      Node read = stored(TreeNode.of(more), wide);
      assertTrue(
          store.objects() - objects <= 6,
          store.objects() - objects + " objects written to add one");

      reads = store.reads();
      List<TreeMap<String, Entry>> seen = new ArrayList<>();
      read.diff(
          wide,
          new NodeDiff() {
            @Override
            public boolean added(Entry after) {
              return seen.add(new TreeMap<>(Map.of("added", after)));
            }

            @Override
            public boolean removed(Entry before) {
              throw new AssertionError();
            }

            @Override
            public boolean changed(Entry before, Entry after) {
              throw new AssertionError();
            }
          });
      assertEquals(1, seen.size());
      assertTrue(store.reads() - reads <= 12, store.reads() - reads + " objects read to compare");
    }
  }

  /** Writes what of a node is not in the store that another was read from. */
  private Node stored(TreeNode node, Node from) {
    ObjectReader reader = ((StoredNode) from).objects();
    try (Batch batch = store.begin()) {
      // The builder's reader is another one, so that its cache is cold; both read one store.
      new ObjectWriter(readerOf(node, reader), batch, Set.of()).write(node);
      batch.commit();
    }
    return reader.node(node.hash());
  }

  private static ObjectReader readerOf(TreeNode node, ObjectReader otherwise) {
    for (Entry entry : node.entries()) {
      if (entry.node() instanceof StoredNode stored) {
        return stored.objects();
      }
    }
    return otherwise;
  }

  @Test
  void damagedBytesAreRefusedAndNothingElseHappens() {
    ObjectReader reader = new ObjectReader(store);
    NodeGenerator generator = new NodeGenerator(nodes);
    Property.seeded(50)
        .runs(400)
        .check(
            choices -> {
              NodeBody body = TreeNode.of(generator.tree(choices, 12)).body();
              byte[] bytes = NodeCodec.encode(body);
              NodeBody same = NodeCodec.decode(bytes, reader);
              assertTrue(same.sameSelf(body));
              assertEquals(Hash.ofContent(bytes), Hash.ofContent(NodeCodec.encode(same)));
              byte[] damaged = damage(choices, bytes);
              NodeBody read;
              try {
                read = NodeCodec.decode(damaged, reader);
              } catch (IllegalArgumentException refused) {
                return;
              }
              // What is accepted has no other encoding.
              assertEquals(Hash.ofContent(damaged), Hash.ofContent(NodeCodec.encode(read)));
            });
  }

  private static byte[] damage(Choices choices, byte[] bytes) {
    byte[] damaged =
        Arrays.copyOf(bytes, choices.chance(30) ? choices.below(bytes.length + 4) : bytes.length);
    for (int i = choices.between(1, 3); i > 0 && damaged.length > 0; i--) {
      damaged[choices.below(damaged.length)] = (byte) choices.below(256);
    }
    return damaged;
  }

  @Test
  void aMissingObjectIsNamed() {
    Hash nowhere = Hash.ofContent(new byte[] {1});
    Node node = new ObjectReader(store).node(nowhere);
    assertEquals(nowhere, node.hash());
    var error = assertThrows(StoreException.class, node::kind);
    assertTrue(error.getMessage().contains(nowhere.toString()));
    try (Batch batch = store.begin()) {
      batch.put(ObjectType.NODE, nowhere, new byte[] {1, 1, 1});
      batch.commit();
    }
    error = assertThrows(StoreException.class, node::kind);
    assertTrue(error.getMessage().contains(nowhere.toString()));
    assertTrue(error.getMessage().contains("damaged"));
  }
}
