package org.fxd.graph.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.delta.Touched;
import org.fxd.graph.core.delta.TreeDelta;
import org.fxd.graph.core.delta.TreeDeltaProperties;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.CompiledSelector;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class SelectorDeltaProperties {
  private final Projectors projectors = new Projectors();
  private final TreeSelectors selectors = new TreeSelectors(projectors);

  private Map<NodeId, Match> found(Node root, CompiledSelector selector) {
    Map<NodeId, Match> found = new HashMap<>();
    selectors.walk(
        root, selector, Cancellation.none(), match -> found.put(match.id(), match) == null);
    return found;
  }

  private static Set<NodeId> ids(List<Match> matches) {
    Set<NodeId> ids =
        matches.stream().map(Match::id).collect(Collectors.toCollection(LinkedHashSet::new));
    assertEquals(matches.size(), ids.size(), "each once");
    return ids;
  }

  @Test
  void isTheDifferenceOfTwoFullRuns() {
    int[] flips = new int[1];
    Property.seeded(900)
        .runs(6000)
        .check(
            choices -> {
              RandomTrees trees = new RandomTrees();
              String text = RandomTrees.selector(choices);
              choices.note(text);
              Node before = trees.root(choices, choices.below(25));
              Node after = trees.edited(choices, before, 4);
              CompiledSelector selector = selectors.compile(text);
              Map<NodeId, Match> was = found(before, selector);
              Map<NodeId, Match> is = found(after, selector);
              TreeDelta delta = TreeDelta.of(before, after, projectors);
              SelectorDelta result = SelectorDelta.of(delta, selector, projectors);
              Set<NodeId> come =
                  is.keySet().stream()
                      .filter(id -> !was.containsKey(id))
                      .collect(Collectors.toSet());
              Set<NodeId> gone =
                  was.keySet().stream()
                      .filter(id -> !is.containsKey(id))
                      .collect(Collectors.toSet());
              assertEquals(come, ids(result.come()));
              assertEquals(gone, ids(result.gone()));
              result.come().forEach(match -> assertEquals(is.get(match.id()), match));
              result.gone().forEach(match -> assertEquals(was.get(match.id()), match));
              Set<NodeId> changed =
                  is.keySet().stream()
                      .filter(was::containsKey)
                      .filter(id -> !is.get(id).node().equals(was.get(id).node()))
                      .collect(Collectors.toSet());
              Set<NodeId> told =
                  result.stayed().stream()
                      .filter(Touched::changed)
                      .map(Touched::id)
                      .collect(Collectors.toSet());
              // A place that differs without another order is no change that anyone can see.
              assertTrue(changed.containsAll(told));
              changed.removeAll(told);
              for (NodeId id : changed) {
                assertEquals(
                    TreeDeltaProperties.shape(was.get(id).node()),
                    TreeDeltaProperties.shape(is.get(id).node()));
              }
              flips[0] += come.size() + gone.size();
            });
    assertTrue(flips[0] > 2000, flips[0] + " nodes came or went");
  }
}
