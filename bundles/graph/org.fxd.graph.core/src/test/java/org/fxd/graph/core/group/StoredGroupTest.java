package org.fxd.graph.core.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.change.Replay;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class StoredGroupTest {
  private static final GraphNodes NODES = new GraphNodes();

  private static NodeId id(int number) {
    return new NodeId(1, number);
  }

  private static Group members(int... numbers) {
    return Group.EMPTY.withMembers(IntStream.of(numbers).mapToObj(StoredGroupTest::id).toList());
  }

  private static Node write(Node node, Group group) {
    NodeBuilder builder = node.builder();
    StoredGroup.write(builder, group);
    return builder.build();
  }

  private static Node empty() {
    return NODES.builder(StoredGroup.GROUP).build();
  }

  private static Group any(Choices choices) {
    Group group = Group.EMPTY;
    for (int left = choices.below(8); left > 0; left--) {
      group = group.insert(choices.below(without(group, left) + 1), id(left));
    }
    for (int left = choices.below(3); left > 0; left--) {
      group = group.include(".a" + choices.below(4));
    }
    for (int left = choices.below(3); left > 0; left--) {
      group = group.exclude(".b" + choices.below(4));
    }
    return group.reactive(choices.chance(50)).debounce(Duration.ofMillis(choices.below(3)));
  }

  private static int without(Group group, int number) {
    return (int) group.members().stream().filter(id -> !id.equals(id(number))).count();
  }

  @Test
  void whatIsWrittenIsRead() {
    Property.seeded(1)
        .runs(500)
        .check(
            choices -> {
              Node node = empty();
              for (int left = 4; left > 0; left--) {
                Group group = any(choices);
                node = write(node, group);
                assertEquals(group, StoredGroup.read(node));
                assertEquals(node, write(node, group), "writing it again changes nothing");
              }
            });
  }

  @Test
  void aLineThatStaysKeepsItsEntry() {
    Node before = write(empty(), members(1, 2, 3, 4));
    Node after = write(before, members(1, 5, 2, 4, 3));
    List<Entry> old = entries(before);
    List<Entry> now = entries(after);
    assertEquals(old.get(0), now.get(0));
    assertEquals(old.get(1), now.get(2));
    assertEquals(old.get(3).id(), now.get(3).id());
    assertEquals(old.get(2).id(), now.get(4).id());
    long same = now.stream().filter(old::contains).count();
    assertEquals(3, same, "one is new, one has moved");
  }

  private static List<Entry> entries(Node node) {
    List<Entry> entries = new ArrayList<>();
    node.entries().forEach(entries::add);
    return entries;
  }

  @Test
  void editsOfTwoPeopleReplay() {
    Node base = write(empty(), members(1, 2, 3).include(".a"));
    Node one = write(base, members(1, 4, 2, 3).include(".a").include(".b"));
    Node two = write(base, members(2, 3, 5).include(".a").exclude(".c"));
    Group both = StoredGroup.read(Replay.replay(base, one, two));
    assertEquals(members(4, 2, 3, 5).include(".a").include(".b").exclude(".c"), both);
  }

  @Test
  void whatBothAddedIsReadOnceAndWrittenApartAgain() {
    Node base = write(empty(), members(1, 3));
    Node one = write(base, members(1, 2, 3));
    Node two = write(base, members(1, 2, 3));
    Node merged = Replay.replay(base, one, two);
    assertEquals(4, merged.size());
    assertEquals(members(1, 2, 3), StoredGroup.read(merged));
    // The two stand at one place: what is put between comes to stand between all the same.
    Node twin =
        write(
            Replay.replay(base, write(base, members(1, 2, 3)), write(base, members(1, 4, 3))),
            members(1, 2, 4, 3));
    assertEquals(members(1, 2, 4, 3), StoredGroup.read(twin));
    for (Group next : List.of(members(1, 2, 9, 4, 3), members(1, 4, 9, 2, 3))) {
      assertEquals(next, StoredGroup.read(write(twin, next)));
    }
    assertEquals(members(1, 3), StoredGroup.read(write(merged, members(1, 3))));
  }

  @Test
  void placesAreMadeAnewBeforeTheyGrowLong() {
    Node node = write(empty(), members(1, 2));
    for (int i = 3; i < 700; i++) {
      Group group = StoredGroup.read(node);
      node = write(node, group.insert(1, id(i)));
    }
    Group group = StoredGroup.read(node);
    assertEquals(699, group.members().size());
    assertEquals(id(699), group.members().get(1));
    for (Entry entry : node.entries()) {
      assertTrue(entry.place().bytes().length <= 100);
    }
  }

  @Test
  void whatIsNoLineIsLeftAlone() {
    NodeBuilder builder = write(empty(), members(1, 2)).builder();
    Node note = NODES.leaf(new Kind("note"), Value.of("by a later version"));
    builder.put(new Entry(id(77), Name.of("n"), Place.ofBytes(new byte[] {1}), note));
    Node broken = NODES.leaf(StoredGroup.MEMBER, Value.of("not a reference"));
    builder.put(new Entry(id(78), Name.of("m"), Place.ofBytes(new byte[] {2}), broken));
    builder.metadata(StoredGroup.DEBOUNCE, Value.of(-5));
    builder.metadata("colour", Value.of("red"));
    Node node = builder.build();
    assertEquals(members(1, 2), StoredGroup.read(node));
    Node written = write(node, members(2));
    assertEquals(note, written.entry(id(77)).orElseThrow().node());
    assertEquals(Value.of("red"), written.metadata("colour"));
    assertEquals(members(2), StoredGroup.read(written));
  }
}
