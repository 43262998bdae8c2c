package org.fxd.history.core.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.core.GraphNodes;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Parts of random work on random trees, against a table. */
class PartProperties {
  private final GraphNodes nodes = new GraphNodes();
  private int whole;

  @Test
  void aPartIsWhatTheTableSays() {
    Property.seeded(11).runs(1500).check(this::checkPart);
    // A generator that gave contradictions only would show nothing.
    assertFalse(whole < 200, "only " + whole + " parts could stand by themselves");
  }

  private void checkPart(Choices choices) {
    FlatTree before = new FlatTree();
    for (int edits = choices.between(0, 15); edits > 0; edits--) {
      before.edit(choices);
    }
    FlatTree after = new FlatTree(before);
    for (int edits = choices.between(1, 8); edits > 0; edits--) {
      after.edit(choices);
    }
    Set<Integer> selected = new TreeSet<>();
    for (int count = choices.between(1, 3); count > 0; count--) {
      selected.add(choices.between(1, 14));
    }
    choices.note("before " + before.rows);
    choices.note("after " + after.rows);
    choices.note("selected " + selected);
    FlatTree expected = expected(before, after, taken(before, after, selected));
    Node earlier = before.build(nodes);
    Node later = after.build(nodes);
    Set<NodeId> ids = selected.stream().map(FlatTree::id).collect(Collectors.toSet());
    Selected part = new Selected(ids, Set.of());
    if (!expected.isSound()) {
      assertThrows(ConflictException.class, () -> part(earlier, later, part));
      return;
    }
    Node tree = part(earlier, later, part);
    assertEquals(expected.build(nodes), tree);
    whole++;
    // What is left, with the rest of the work done too, is the whole.
    assertEquals(later, nodes.replay(tree, later, tree));
    Set<NodeId> all = new HashSet<>();
    after.rows.keySet().forEach(number -> all.add(FlatTree.id(number)));
    before.rows.keySet().forEach(number -> all.add(FlatTree.id(number)));
    assertEquals(later, part(tree, later, new Selected(all, Set.of())));
  }

  private Node part(Node earlier, Node later, Selected part) {
    return Part.of(nodes, new Projections(), earlier, later, part);
  }

  /** What is selected, and all below it, in either tree. */
  private static Set<Integer> taken(FlatTree before, FlatTree after, Set<Integer> selected) {
    Set<Integer> taken = new TreeSet<>(selected);
    int size;
    do {
      size = taken.size();
      for (FlatTree tree : Set.of(before, after)) {
        tree.rows.forEach(
            (number, row) -> {
              if (taken.contains(row.parent())) {
                taken.add(number);
              }
            });
      }
    } while (taken.size() > size);
    return taken;
  }

  private static FlatTree expected(FlatTree before, FlatTree after, Set<Integer> taken) {
    FlatTree expected = new FlatTree(before);
    for (int number : taken) {
      if (!after.rows.containsKey(number)) {
        expected.rows.remove(number);
        continue;
      }
      expected.rows.put(number, after.rows.get(number));
      // New parents come along, up to one that was there.
      int above = after.rows.get(number).parent();
      while (above != 0 && !expected.rows.containsKey(above)) {
        expected.rows.put(above, after.rows.get(above));
        above = after.rows.get(above).parent();
      }
    }
    return expected;
  }
}
