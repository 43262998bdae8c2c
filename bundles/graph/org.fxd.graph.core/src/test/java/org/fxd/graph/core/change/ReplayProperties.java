package org.fxd.graph.core.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.core.GraphNodes;
import org.fxd.testkit.NodeGenerator;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class ReplayProperties {
  private final Nodes nodes = new GraphNodes();

  private Optional<Hash> merge(Node base, Node one, Node two) {
    try {
      return Optional.of(nodes.replay(base, one, two).hash());
    } catch (ConflictException conflict) {
      return Optional.empty();
    }
  }

  @Test
  void oneSideAloneIsTakenAsItIs() {
    Property.seeded(100)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              Node base = generator.tree(choices, 40);
              Node x = generator.edited(choices, base, 12);
              assertEquals(Optional.of(x.hash()), merge(base, x, base));
              assertEquals(Optional.of(x.hash()), merge(base, base, x));
              assertEquals(Optional.of(x.hash()), merge(base, x, x));
            });
  }

  @Test
  void theSidesMayBeExchanged() {
    int[] clean = new int[1];
    Property.seeded(200)
        .runs(400)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              Node base = generator.tree(choices, 40);
              Node x = generator.edited(choices, base, 5);
              Node y = generator.edited(choices, base, 5);
              Optional<Hash> merged = merge(base, x, y);
              assertEquals(merged, merge(base, y, x));
              clean[0] += merged.isPresent() ? 1 : 0;
            });
    assertTrue(clean[0] > 100, clean[0] + " merges were clean");
  }

  /** What a side changed stands in the result, and what neither changed is as it was. */
  @Test
  void nothingIsLost() {
    Property.seeded(300)
        .runs(400)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              Node base = generator.tree(choices, 30);
              Node x = generator.edited(choices, base, 4);
              Node y = generator.edited(choices, base, 4);
              Node merged;
              try {
                merged = nodes.replay(base, x, y);
              } catch (ConflictException conflict) {
                return;
              }
              Map<NodeId, Facts> was = facts(base);
              Map<NodeId, Facts> one = facts(x);
              Map<NodeId, Facts> two = facts(y);
              Map<NodeId, Facts> now = facts(merged);
              one.forEach((id, facts) -> kept(id, was, facts, now, two));
              two.forEach((id, facts) -> kept(id, was, facts, now, one));
              for (NodeId id : was.keySet()) {
                assertEquals(one.containsKey(id) && two.containsKey(id), now.containsKey(id));
              }
            });
  }

  private static void kept(
      NodeId id,
      Map<NodeId, Facts> was,
      Facts side,
      Map<NodeId, Facts> now,
      Map<NodeId, Facts> other) {
    Facts before = was.get(id);
    if (before != null && side.sameOwn(before)) {
      return;
    }
    Facts after = now.get(id);
    if (after == null) {
      // Equal things that both added under one name are one.
      assertTrue(
          before == null && other.values().stream().anyMatch(f -> f.twin(side)),
          () -> id + " was " + before + ", became " + side + ", other " + other.get(id));
      return;
    }
    if (before == null) {
      assertTrue(side.sameOwn(after));
      return;
    }
    if (!side.parent().equals(before.parent())) {
      assertEquals(side.parent(), after.parent());
    }
    if (!side.entry().name().equals(before.entry().name())) {
      assertEquals(side.entry().name(), after.entry().name());
    }
    if (!side.entry().node().value().equals(before.entry().node().value())) {
      assertEquals(side.entry().node().value(), after.entry().node().value());
    }
  }

  private record Facts(NodeId parent, Entry entry) {
    /** Whether all but the entries of the node is equal. */
    boolean sameOwn(Facts other) {
      return parent.equals(other.parent)
          && entry.withNode(other.entry.node()).equals(other.entry)
          && entry.node().kind().equals(other.entry.node().kind())
          && entry.node().value().equals(other.entry.node().value())
          && entry.node().metadata().equals(other.entry.node().metadata());
    }

    boolean twin(Facts other) {
      return entry.name().equals(other.entry.name())
          && entry.node().hash().equals(other.entry.node().hash());
    }
  }

  private static Map<NodeId, Facts> facts(Node root) {
    Map<NodeId, Facts> facts = new HashMap<>();
    collect(TreeDiff.ROOT, root, facts);
    return facts;
  }

  private static void collect(NodeId parent, Node node, Map<NodeId, Facts> facts) {
    for (Entry entry : node.entries()) {
      assertEquals(null, facts.put(entry.id(), new Facts(parent, entry)), "an id stands once");
      collect(entry.id(), entry.node(), facts);
    }
  }

  @Test
  void aComparisonTellsEachDifferenceOnce() {
    Property.seeded(400)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              Node before = generator.tree(choices, 40);
              Node after = generator.edited(choices, before, 10);
              Map<NodeId, Facts> was = facts(before);
              Map<NodeId, Facts> now = facts(after);
              Map<NodeId, TreeChange> places = new HashMap<>();
              nodes.compare(
                  before,
                  after,
                  change -> {
                    if (change.kind() != TreeChange.Kind.CHANGED) {
                      NodeId id = change.to().or(change::from).orElseThrow().id();
                      assertEquals(null, places.put(id, change));
                    }
                    return true;
                  });
              for (NodeId id : now.keySet()) {
                Facts earlier = was.get(id);
                Facts later = now.get(id);
                TreeChange change = places.get(id);
                if (earlier != null) {
                  boolean parent = !earlier.parent().equals(later.parent());
                  boolean place = !earlier.entry().place().equals(later.entry().place());
                  boolean name = !earlier.entry().name().equals(later.entry().name());
                  Optional<TreeChange.Kind> kind =
                      parent || place
                          ? Optional.of(TreeChange.Kind.MOVED)
                          : name ? Optional.of(TreeChange.Kind.RENAMED) : Optional.empty();
                  assertEquals(kind, Optional.ofNullable(change).map(TreeChange::kind));
                } else if (was.containsKey(later.parent())
                    || later.parent().equals(TreeDiff.ROOT)) {
                  assertEquals(TreeChange.Kind.ADDED, change.kind());
                }
              }
              was.keySet().stream()
                  .filter(id -> !now.containsKey(id))
                  .filter(
                      id ->
                          now.containsKey(was.get(id).parent())
                              || was.get(id).parent().equals(TreeDiff.ROOT))
                  .forEach(id -> assertEquals(TreeChange.Kind.REMOVED, places.get(id).kind()));
            });
  }
}
