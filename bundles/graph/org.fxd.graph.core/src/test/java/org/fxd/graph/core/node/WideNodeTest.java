package org.fxd.graph.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.store.api.Batch;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.FaultyStore;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Nodes with very many children, and many changes at one spot. */
class WideNodeTest {
  private static final Kind LIST = new Kind("list");
  private static final int MILLION = 1_000_000;

  private final Node leaf = new TreeBuilder(Kind.GAP).value(Value.of("leaf")).build();
  private final FaultyStore store = new FaultyStore(new MemoryStores().create(Path.of("x")));

  private Entry entry(int number) {
    return new Entry(new NodeId(7, number), Name.of("child " + number), Place.NONE, leaf);
  }

  private List<Entry> entries(int from, int to) {
    List<Entry> entries = new ArrayList<>();
    for (int i = from; i < to; i++) {
      entries.add(entry(i));
    }
    return entries;
  }

  private Node stored(ObjectReader reader, Node node) {
    try (Batch batch = store.begin()) {
      new ObjectWriter(reader, batch, Set.of()).write(node);
      batch.commit();
    }
    return reader.node(node.hash());
  }

  @Test
  void amongAMillionChildrenAChangeTouchesAFew() {
    for (Kind kind : List.of(Kind.FOLDER, LIST)) {
      TreeBuilder builder = new TreeBuilder(kind);
      builder.appendAll(entries(0, MILLION));
      ObjectReader reader = new ObjectReader(store);
      Node wide = stored(reader, builder.build());
      assertEquals(MILLION, wide.size());
      Entry one = someEntry(wide, 1000);
      assertFew(
          reader,
          wide,
          edit ->
              edit.insert(new NodeId(9, 9), Name.of("new"), Place.NONE, new TreeBuilder(Kind.GAP)));
      assertFew(reader, wide, edit -> edit.detach(one));
      assertFew(reader, wide, edit -> edit.child(one).value(Value.of("other")));
      assertFew(
          reader,
          wide,
          edit -> {
            TreeBuilder child = edit.detach(one);
            edit.insert(one.id(), Name.of("renamed"), one.place(), child);
          });
      if (kind.equals(Kind.FOLDER)) {
        assertFew(reader, wide, edit -> edit.remove(one.name()));
        assertFew(reader, wide, edit -> edit.childOrNew(Name.of("another"), Kind.GAP));
        assertFew(reader, wide, edit -> edit.put(one.withNode(new TreeBuilder(Kind.GAP).build())));
      } else {
        assertFew(reader, wide, edit -> edit.put(one.withName(Name.of("renamed"))));
        assertFew(
            reader,
            wide,
            edit -> {
              // To another place, beside an entry far away.
              Entry far = lastEntry(wide);
              Place place = Place.between(edit.before(far).orElseThrow().place(), far.place());
              TreeBuilder child = edit.detach(one);
              edit.insert(one.id(), one.name(), place, child);
            });
      }
    }
  }

  private static Entry someEntry(Node node, int number) {
    int left = number;
    for (Entry entry : node.entries()) {
      if (left-- == 0) {
        return entry;
      }
    }
    throw new AssertionError();
  }

  private static Entry lastEntry(Node node) {
    return TreeNode.of(node).body().map().last().orElseThrow().entry();
  }

  /** Asserts that an edit of a wide node reads and writes a handful of objects. */
  private void assertFew(ObjectReader known, Node wide, Consumer<TreeBuilder> change) {
    known.clear();
    Node fresh = known.node(wide.hash());
    int reads = store.reads();
    TreeBuilder builder = (TreeBuilder) fresh.builder();
    change.accept(builder);
    Node edited = builder.build();
    assertFalse(edited.equals(wide));
    assertTrue(store.reads() - reads <= 20, store.reads() - reads + " objects read");
    int objects = store.objects();
    stored(known, edited);
    assertTrue(store.objects() - objects <= 12, store.objects() - objects + " objects written");
  }

  @Test
  void manyAtOnceAreTheSameAsOneByOne() {
    for (Kind kind : List.of(Kind.FOLDER, LIST)) {
      Property.seeded(3)
          .runs(60)
          .check(
              choices -> {
                int first = choices.below(200);
                int second = choices.below(200);
                TreeBuilder together = new TreeBuilder(kind);
                TreeBuilder single = new TreeBuilder(kind);
                together.appendAll(entries(0, first));
                entries(0, first).forEach(e -> single.append(e.id(), e.name(), e.node()));
                Node base = choices.chance(50) ? together.build() : null;
                TreeBuilder more = base == null ? together : (TreeBuilder) base.builder();
                more.appendAll(entries(first, first + second));
                entries(first, first + second)
                    .forEach(e -> single.append(e.id(), e.name(), e.node()));
                assertEquals(first + second, more.size());
                assertEquals(ids(single.build()), ids(more.build()));
                if (kind.equals(Kind.FOLDER)) {
                  assertEquals(single.build().hash(), more.build().hash());
                }
              });
    }
  }

  @Test
  void whatWasThereBeforeManyIsStillFoundById() {
    for (int before : new int[] {0, 1, 2, 70}) {
      TreeBuilder first = new TreeBuilder(LIST);
      first.appendAll(entries(0, before));
      TreeBuilder builder = (TreeBuilder) first.build().builder();
      builder.appendAll(entries(before, before + 5));
      for (int i = 0; i < before + 5; i++) {
        assertEquals(entry(i).name(), builder.entry(entry(i).id()).orElseThrow().name());
      }
      assertTrue(builder.remove(entry(0).id()));
      assertFalse(builder.remove(entry(0).id()));
      assertEquals(before + 4, builder.build().size());
    }
  }

  private static List<NodeId> ids(Node node) {
    List<NodeId> ids = new ArrayList<>();
    node.entries().forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  @Test
  void placesAreSpreadEvenly() {
    TreeBuilder builder = new TreeBuilder(LIST);
    builder.appendAll(entries(0, 100));
    List<Place> places = new ArrayList<>();
    builder.entries().forEach(entry -> places.add(entry.place()));
    assertEquals(Place.spread(100), places);
  }

  @Test
  void ofManyOfWhichOneIsWrongNoneIsAdded() {
    for (Kind kind : List.of(Kind.FOLDER, LIST)) {
      TreeBuilder builder = new TreeBuilder(kind);
      builder.appendAll(entries(0, 100));
      Node before = builder.build();
      refused(
          "is here already", builder, new Entry(entry(50).id(), Name.of("x"), Place.NONE, leaf));
      refused("comes twice", builder, new Entry(entry(200).id(), Name.of("x"), Place.NONE, leaf));
      refused(
          "does not",
          builder,
          new Entry(new NodeId(1, 1), Name.of("x"), Place.NONE, MissingNode.MISSING));
      if (kind.equals(Kind.FOLDER)) {
        refused(
            "another 'child 7'",
            builder,
            new Entry(new NodeId(1, 1), entry(7).name(), Place.NONE, leaf));
        refused(
            "another 'child 201'",
            builder,
            new Entry(new NodeId(1, 1), entry(201).name(), Place.NONE, leaf));
      }
      assertEquals(before.hash(), builder.build().hash());
      assertEquals(100, builder.size());
      builder.appendAll(List.of());
      assertEquals(before, builder.build());
    }
  }

  private void refused(String reason, TreeBuilder builder, Entry wrong) {
    List<Entry> added = entries(200, 210);
    added.add(wrong);
    String message =
        assertThrows(IllegalArgumentException.class, () -> builder.appendAll(added)).getMessage();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void childrenPutInOneByOneGetShortPlaces() {
    TreeBuilder builder = new TreeBuilder(LIST);
    for (int i = 0; i < 100_000; i++) {
      builder.append(entry(i).id(), entry(i).name(), leaf);
    }
    assertEquals(100_000, builder.size());
    int number = 0;
    for (Entry entry : builder.entries()) {
      assertEquals(entry(number++).id(), entry.id());
      assertTrue(entry.place().bytes().length <= 4, entry.place().toString());
    }
  }

  @Test
  void manyAtOneSpotNeverRunOutOfRoom() {
    TreeBuilder builder = new TreeBuilder(LIST);
    builder.appendAll(entries(0, 2_000));
    List<NodeId> expected = new ArrayList<>(ids(builder.build()));
    Entry low = builder.entry(entry(1_000).id()).orElseThrow();
    int spreads = 0;
    for (int i = 0; i < 6_000; i++) {
      Place after = builder.after(low).orElseThrow().place();
      Place place = Place.between(low.place(), after);
      if (place.bytes().length > 40) {
        spreads++;
        low = low.withPlace(builder.spread(low));
        place = Place.between(low.place(), builder.after(low).orElseThrow().place());
        assertTrue(place.bytes().length <= 20, place.toString());
      }
      NodeId id = new NodeId(8, i);
      builder.insert(id, Name.EMPTY, place, new TreeBuilder(Kind.GAP));
      expected.add(1_001, id);
    }
    assertEquals(expected, ids(builder.build()));
    assertTrue(spreads > 5 && spreads < 60, spreads + " times");
    assertEquals(expected.size(), new HashSet<>(expected).size());
  }

  @Test
  void equalPlacesAreSpreadToo() {
    TreeBuilder builder = new TreeBuilder(LIST);
    Place same = Place.ofBytes(new byte[] {5, 5});
    List<NodeId> expected = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      builder.put(new Entry(entry(i).id(), Name.EMPTY, same, leaf));
      expected.add(entry(i).id());
    }
    Collections.sort(expected);
    Entry middle = builder.entry(entry(50).id()).orElseThrow();
    Place place = builder.spread(middle);
    assertEquals(expected, ids(builder.build()));
    assertEquals(place, builder.entry(entry(50).id()).orElseThrow().place());
    assertEquals(100, builder.size());
  }
}
