package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.junit.jupiter.api.Test;

class MergeBasesTest {
  private final CommitGraph graph = new CommitGraph();

  @Test
  void whereTwoBranchesPart() {
    Hash a = graph.add("a", 1);
    Hash b = graph.add("b", 2, a);
    Hash left = graph.add("left", 3, b);
    Hash right = graph.add("right", 4, b);
    assertEquals(Set.of(b), bases(left, right));
    assertEquals(Set.of(b), bases(b, right));
    assertEquals(Set.of(right), bases(right, right));
  }

  @Test
  void noneWhereNothingIsCommon() {
    assertEquals(Set.of(), bases(graph.add("a", 1), graph.add("b", 2)));
  }

  @Test
  void severalAfterMergesCrosswise() {
    Hash a = graph.add("a", 1);
    Hash left = graph.add("left", 2, a);
    Hash right = graph.add("right", 3, a);
    Hash one = graph.add("one", 4, left, right);
    Hash two = graph.add("two", 5, right, left);
    assertEquals(Set.of(left, right), bases(one, two));
  }

  @Test
  void readsBackToWhereTheyMeetAndNoFurther() {
    Hash at = graph.add("0", 0);
    for (int i = 1; i < 2000; i++) {
      at = graph.add("" + i, i, at);
    }
    Hash left = graph.add("left", 3000, at);
    Hash right = graph.add("right", 3001, at);
    int before = graph.reads();
    assertEquals(Set.of(at), bases(left, right));
    assertTrue(graph.reads() - before <= 4, "read " + (graph.reads() - before));
  }

  @Test
  void asByDefinitionInRandomGraphs() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      List<Hash> made = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        Set<Hash> parents = new HashSet<>();
        for (int n = made.isEmpty() ? 0 : random.nextInt(3); n > 0; n--) {
          parents.add(made.get(random.nextInt(made.size())));
        }
        made.add(graph.add(round + "." + i, i, parents.toArray(Hash[]::new)));
      }
      Hash one = made.get(random.nextInt(made.size()));
      Hash other = made.get(random.nextInt(made.size()));
      assertEquals(byDefinition(one, other), bases(one, other));
    }
  }

  private Set<Hash> bases(Hash one, Hash other) {
    List<Commit> found = MergeBases.of(new Commits(graph.store()), one, other);
    Set<Hash> ids = new HashSet<>();
    found.forEach(commit -> assertTrue(ids.add(commit.id()), "found twice"));
    return ids;
  }

  private Set<Hash> byDefinition(Hash one, Hash other) {
    Set<Hash> common = ancestors(one);
    common.retainAll(ancestors(other));
    Set<Hash> best = new HashSet<>(common);
    for (Hash id : common) {
      Set<Hash> older = ancestors(id);
      older.remove(id);
      best.removeAll(older);
    }
    return best;
  }

  private Set<Hash> ancestors(Hash from) {
    Set<Hash> found = new HashSet<>();
    new CommitLog(new Commits(graph.store()), from).forEach(commit -> found.add(commit.id()));
    return found;
  }
}
