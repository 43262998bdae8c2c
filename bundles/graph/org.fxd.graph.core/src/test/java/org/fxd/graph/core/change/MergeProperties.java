package org.fxd.graph.core.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.merge.Contradiction;
import org.fxd.graph.api.merge.Decider;
import org.fxd.graph.api.merge.Standing;
import org.fxd.graph.core.GraphNodes;
import org.fxd.testkit.Choices;
import org.fxd.testkit.NodeGenerator;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** The laws of merging trees. */
class MergeProperties {
  private static final Decider OURS = MergeProperties::ours;
  private static final Decider THEIRS = MergeProperties::theirs;

  private final Nodes nodes = new GraphNodes();

  private static Optional<Standing> ours(Contradiction contradiction) {
    return contradiction.sort() == Contradiction.Sort.CLASH
        ? contradiction.theirs()
        : contradiction.ours().or(contradiction::theirs);
  }

  private static Optional<Standing> theirs(Contradiction contradiction) {
    return contradiction.theirs().or(contradiction::ours);
  }

  private static Decider refusing() {
    return contradiction -> {
      throw new AssertionError("nothing contradicts: " + contradiction);
    };
  }

  @Test
  void oneSideAloneIsTakenAsItIs() {
    Property.seeded(100)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              Node base = generator.tree(choices, 40);
              Node x = generator.edited(choices, base, 12);
              assertEquals(x, nodes.merge(base, x, base, refusing()));
              assertEquals(x, nodes.merge(base, base, x, refusing()));
              assertEquals(x, nodes.merge(base, x, x, refusing()));
            });
  }

  /** Where a replay does not refuse, a merge gives the same, but for places, and asks nothing. */
  @Test
  void whatDoesNotContradictIsReplayed() {
    int[] clean = new int[1];
    Property.seeded(200)
        .runs(400)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              Node base = generator.tree(choices, 40);
              Node x = generator.edited(choices, base, 5);
              Node y = generator.edited(choices, base, 5);
              Node replayed;
              try {
                replayed = nodes.replay(base, x, y);
              } catch (ConflictException e) {
                return;
              }
              clean[0]++;
              assertEquals(facts(replayed), facts(nodes.merge(base, x, y, refusing())));
            });
    assertTrue(clean[0] > 100, clean[0] + " merges were clean");
  }

  @Test
  void anyThreeTreesCanBeMerged() {
    List<Contradiction.Sort> met = new ArrayList<>();
    Property.seeded(300)
        .runs(2000)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              Node base = generator.tree(choices, 30);
              Node x = generator.edited(choices, base, 16);
              Node y = generator.edited(choices, base, 16);
              Node merged =
                  nodes.merge(
                      base,
                      x,
                      y,
                      contradiction -> {
                        met.add(contradiction.sort());
                        return choices.chance(50) ? ours(contradiction) : theirs(contradiction);
                      });
              assertSound(merged);
            });
    Set<Contradiction.Sort> sorts = new HashSet<>(met);
    sorts.add(Contradiction.Sort.NODE);
    assertEquals(Set.of(Contradiction.Sort.values()), sorts);
  }

  /** Criss-cross: whatever was merged can be merged again, with any base. */
  @Test
  void mergesOfMergesCanBeMerged() {
    Property.seeded(400)
        .runs(300)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              List<Node> trees = new ArrayList<>(List.of(generator.tree(choices, 20)));
              for (int steps = choices.between(1, 8); steps > 0; steps--) {
                Node from = choices.pick(trees);
                trees.add(
                    choices.chance(50)
                        ? generator.edited(choices, from, 6)
                        : merge(choices, choices.pick(trees), from, choices.pick(trees)));
              }
              trees.forEach(MergeProperties::assertSound);
            });
  }

  private Node merge(Choices choices, Node base, Node one, Node two) {
    return nodes.merge(base, one, two, choices.chance(50) ? OURS : THEIRS);
  }

  @Test
  void theSidesMayBeExchanged() {
    Property.seeded(500)
        .runs(1000)
        .check(
            choices -> {
              NodeGenerator generator = new NodeGenerator(nodes);
              Node base = generator.tree(choices, 30);
              Node x = generator.edited(choices, base, 8);
              Node y = generator.edited(choices, base, 8);
              List<Contradiction.Sort> met = new ArrayList<>();
              Node one =
                  nodes.merge(
                      base,
                      x,
                      y,
                      contradiction -> {
                        met.add(contradiction.sort());
                        return ours(contradiction);
                      });
              if (met.contains(Contradiction.Sort.CLASH)
                  || met.contains(Contradiction.Sort.CYCLE)) {
                // Here the labels decide who gives way, whatever the decider says.
                return;
              }
              assertEquals(one, nodes.merge(base, y, x, THEIRS));
            });
  }

  private static Map<NodeId, List<Object>> facts(Node root) {
    Map<NodeId, List<Object>> facts = new HashMap<>();
    collect(Contradiction.ROOT, root, facts);
    return facts;
  }

  private static void collect(NodeId parent, Node node, Map<NodeId, List<Object>> facts) {
    for (Entry entry : node.entries()) {
      Node child = entry.node();
      facts.put(
          entry.id(), List.of(parent, entry.name(), child.kind(), child.value(), child.metadata()));
      collect(entry.id(), child, facts);
    }
  }

  private static void assertSound(Node root) {
    Set<NodeId> seen = new HashSet<>();
    sound(root, seen);
  }

  private static void sound(Node node, Set<NodeId> seen) {
    for (Entry entry : node.entries()) {
      assertTrue(seen.add(entry.id()), () -> entry.id() + " stands twice");
      sound(entry.node(), seen);
    }
  }
}
