package org.fxd.graph.core.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.watch.RandomTrees;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

public class TreeDeltaProperties {
  private final Projectors projectors = new Projectors();

  /** All that one sees of a node: not the places themselves, but the order they make. */
  public static String shape(Node node) {
    StringBuilder text = new StringBuilder();
    text.append(own(node)).append('{');
    for (Entry entry : node.entries()) {
      text.append(entry.id().brief()).append(entry.name()).append(shape(entry.node()));
    }
    return text.append('}').toString();
  }

  private static void collect(Optional<Match> parent, Node root, Map<NodeId, Match> all) {
    for (Entry entry : parent.map(Match::node).orElse(root).entries()) {
      Match match = parent.map(p -> p.child(entry)).orElseGet(() -> Match.below(root, entry));
      all.put(match.id(), match);
      collect(Optional.of(match), root, all);
    }
  }

  /** With the types, which the values' texts do not show. */
  private static String own(Node node) {
    StringBuilder text = new StringBuilder(node.kind().name());
    text.append(node.value().getClass().getSimpleName()).append(node.value());
    node.metadata()
        .forEach((key, value) -> text.append(key).append(value.getClass()).append(value));
    return text.toString();
  }

  @Test
  void tellsExactlyWhatDiffers() {
    Property.seeded(50)
        .runs(3000)
        .check(
            choices -> {
              RandomTrees trees = new RandomTrees();
              Node before = trees.root(choices, choices.below(30));
              Node after = trees.edited(choices, before, 6);
              Map<NodeId, Match> was = new HashMap<>();
              collect(Optional.empty(), before, was);
              Map<NodeId, Match> is = new HashMap<>();
              collect(Optional.empty(), after, is);
              TreeDelta delta = TreeDelta.of(before, after, projectors);
              Set<NodeId> added = new HashSet<>();
              delta.eachAdded(match -> added.add(match.id()));
              Set<NodeId> removed = new HashSet<>();
              delta.eachRemoved(match -> removed.add(match.id()));
              for (Map.Entry<NodeId, Match> node : is.entrySet()) {
                Match then = was.get(node.getKey());
                Match now = node.getValue();
                assertEquals(then == null, added.contains(node.getKey()));
                if (then != null) {
                  Optional<Touched> touched = delta.kept(node.getKey());
                  assertEquals(
                      !own(then.node()).equals(own(now.node())),
                      touched.map(Touched::own).orElse(false));
                  assertEquals(
                      !shape(then.node()).equals(shape(now.node())),
                      touched.map(Touched::changed).orElse(false));
                  boolean elsewhere =
                      !then.name().equals(now.name())
                          || !then.parent().map(Match::id).equals(now.parent().map(Match::id));
                  assertTrue(!elsewhere || touched.orElseThrow().moved());
                  touched.ifPresent(t -> assertEquals(then, t.before()));
                  touched.ifPresent(t -> assertEquals(now, t.after()));
                }
              }
              for (NodeId id : was.keySet()) {
                assertEquals(!is.containsKey(id), removed.contains(id));
              }
              assertEquals(added.size() + was.size() - removed.size(), is.size());
              checkOrder(was, is, delta);
            });
  }

  /** Without those that are told as moved, siblings are in the order they were in. */
  private static void checkOrder(Map<NodeId, Match> was, Map<NodeId, Match> is, TreeDelta delta) {
    for (Match parent : is.values()) {
      Match then = was.get(parent.id());
      if (then != null) {
        assertEquals(
            stayed(then.node(), parent.node(), delta), stayed(parent.node(), then.node(), delta));
      }
    }
  }

  private static List<NodeId> stayed(Node node, Node other, TreeDelta delta) {
    Set<NodeId> there = new HashSet<>();
    other.entries().forEach(entry -> there.add(entry.id()));
    List<NodeId> stayed = new ArrayList<>();
    for (Entry entry : node.entries()) {
      if (there.contains(entry.id()) && !delta.kept(entry.id()).map(Touched::moved).orElse(false)) {
        stayed.add(entry.id());
      }
    }
    return stayed;
  }

  @Test
  void theOrderOfMatchesIsTheOrderOfTheTree() {
    Property.seeded(60)
        .check(
            choices -> {
              Node root = new RandomTrees().root(choices, choices.below(30));
              Map<NodeId, Match> all = new LinkedHashMap<>();
              collect(Optional.empty(), root, all);
              List<Match> walked = List.copyOf(all.values());
              List<Match> sorted = new ArrayList<>(walked);
              sorted.sort((a, b) -> a.id().compareTo(b.id()));
              sorted.sort(TreeOrder.ORDER);
              assertEquals(walked, sorted);
            });
  }
}
