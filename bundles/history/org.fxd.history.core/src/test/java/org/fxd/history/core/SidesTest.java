package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class SidesTest {
  @Test
  void readsBackToWhereTheyMeetAndNoFurther() {
    CommitGraph graph = new CommitGraph();
    Hash at = graph.add("0", 0);
    for (int i = 1; i < 2000; i++) {
      at = graph.add("" + i, i, at);
    }
    Hash left = graph.add("left", 3000, at);
    Hash right = graph.add("right", 3001, graph.add("right before", 3000, at));
    int before = graph.reads();
    Sides sides = Sides.of(new Commits(graph.store()), left, right);
    assertEquals(1, sides.onlyFirst());
    assertEquals(2, sides.onlySecond());
    assertTrue(graph.reads() - before <= 5, "read " + (graph.reads() - before));
  }

  @Test
  void asByDefinitionInRandomGraphs() {
    Property.seeded(3).runs(300).check(SidesTest::compareWithDefinition);
  }

  private static void compareWithDefinition(Choices choices) {
    CommitGraph graph = new CommitGraph();
    List<Hash> made = new ArrayList<>();
    for (int i = choices.between(1, 20); i > 0; i--) {
      Set<Hash> parents = new HashSet<>();
      for (int n = made.isEmpty() ? 0 : choices.below(3); n > 0; n--) {
        parents.add(choices.pick(made));
      }
      made.add(graph.add("" + i, i, parents.toArray(Hash[]::new)));
    }
    Commits commits = new Commits(graph.store());
    Hash first = choices.pick(made);
    Hash second = choices.pick(made);
    Hash third = choices.pick(made);
    Set<Hash> onlyFirst = ancestors(commits, first);
    onlyFirst.removeAll(ancestors(commits, second));
    Set<Hash> onlySecond = ancestors(commits, second);
    onlySecond.removeAll(ancestors(commits, first));
    Sides both = Sides.of(commits, first, second);
    assertEquals(onlyFirst.size(), both.onlyFirst());
    assertEquals(onlySecond.size(), both.onlySecond());
    onlyFirst.removeAll(ancestors(commits, third));
    Sides one = Sides.first(commits, List.of(first), List.of(second, third));
    assertEquals(onlyFirst.size(), one.onlyFirst());
    one.sample().forEach(commit -> assertTrue(onlyFirst.contains(commit.id())));
  }

  private static Set<Hash> ancestors(Commits commits, Hash from) {
    Set<Hash> found = new HashSet<>();
    new CommitLog(commits, from).forEach(commit -> found.add(commit.id()));
    return found;
  }
}
