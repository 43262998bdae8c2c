package org.fxd.graph.core.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.MembersDiff;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.delta.Deltas;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.graph.core.watch.RandomTrees;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class FollowingProperties {
  private final Projectors projectors = new Projectors();
  private final TreeSelectors selectors = new TreeSelectors(projectors);

  private Following following(Group group) {
    return new Following(
        group,
        Selected.of(selectors, group),
        new WalkingFinder(selectors),
        projectors,
        new Deltas(projectors),
        (match, key) -> Value.NONE);
  }

  private static Group group(Choices choices, List<Node> roots) {
    List<NodeId> ids = new ArrayList<>();
    roots.forEach(root -> collect(root, ids));
    Group group = Group.EMPTY;
    for (int left = choices.below(4); left > 0 && !ids.isEmpty(); left--) {
      group = group.add(choices.pick(ids));
    }
    for (int left = choices.below(3); left > 0; left--) {
      group = group.include(RandomTrees.selector(choices));
    }
    for (int left = choices.below(2); left > 0; left--) {
      group = group.exclude(RandomTrees.selector(choices));
    }
    return group;
  }

  private static void collect(Node node, List<NodeId> ids) {
    node.entries()
        .forEach(
            entry -> {
              ids.add(entry.id());
              collect(entry.node(), ids);
            });
  }

  private static Set<NodeId> ids(List<Match> matches) {
    Set<NodeId> ids = matches.stream().map(Match::id).collect(Collectors.toSet());
    assertEquals(matches.size(), ids.size(), "each once");
    return ids;
  }

  @Test
  void membersAreThoseOfTheNewestRoot() {
    int[] many = new int[1];
    Property.seeded(4000)
        .runs(2500)
        .check(
            choices -> {
              RandomTrees trees = new RandomTrees();
              List<Node> roots = new ArrayList<>();
              roots.add(trees.root(choices, choices.below(25)));
              for (int left = 3; left > 0; left--) {
                roots.add(trees.edited(choices, roots.get(roots.size() - 1), 4));
              }
              Group group = group(choices, roots);
              choices.note(group.toString());
              Following following = following(group);
              Following.Stand stand = following.begin(roots.get(0));
              for (Node root : roots) {
                Following.Step step = following.to(stand, root);
                List<Match> full = following.members(following.begin(root)).list();
                assertEquals(full, following.members(step.after()).list());
                MembersDiff expected =
                    MembersComparison.of(
                        following.members(following.begin(stand.root())),
                        following.members(following.begin(root)));
                assertEquals(ids(expected.come()), ids(step.diff().come()));
                assertEquals(ids(expected.gone()), ids(step.diff().gone()));
                assertEquals(expected.moved().size(), step.diff().moved().size());
                // A place that differs without another order is no change that anyone can see.
                Set<NodeId> changed = new HashSet<>(ids(step.diff().changed()));
                assertTrue(ids(expected.changed()).containsAll(changed));
                stand = step.after();
                many[0] += full.size();
              }
            });
    assertTrue(many[0] > 10_000, many[0] + " members");
  }

  @Test
  void anEditInAHugeGroupLooksAtFewNodes() {
    int size = 100_000;
    NodeBuilder root = new GraphNodes().builder(Kind.ROOT);
    NodeBuilder code = root.childOrNew(Name.of("code"), Kind.FOLDER);
    for (int i = 0; i < size / 100; i++) {
      NodeBuilder folder = code.childOrNew(Name.of("f" + i), Kind.DATA);
      List<Place> places = Place.spread(100);
      for (int j = 0; j < 100; j++) {
        folder.put(
            new Entry(
                new NodeId(i, j + 1),
                Name.of("m"),
                places.get(j),
                new GraphNodes().leaf(Kind.SNIPPET, Value.of(j))));
      }
    }
    Node before = root.build();
    Following following = following(Group.EMPTY.include(".snippet").exclude("[value=7]"));
    Following.Stand stand = following.begin(before);
    assertEquals(size - size / 100, stand.found().size());
    code.child(Name.of("f5")).child(new NodeId(5, 20)).value(Value.of(7));
    code.child(Name.of("f6")).remove(new NodeId(6, 20));
    Following.Step step = following.to(stand, root.build());
    assertEquals(2, step.diff().gone().size());
    assertEquals(size - size / 100 - 2, step.after().found().size());
    assertTrue(step.looked() < 10, step.looked() + " nodes were looked at");
    assertEquals(size - size / 100, stand.found().size(), "what was is as it was");
    assertEquals(
        Optional.of(new NodeId(0, 1)),
        following.members(step.after()).list().stream().findFirst().map(Match::id));
  }
}
