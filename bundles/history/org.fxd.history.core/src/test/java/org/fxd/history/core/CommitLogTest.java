package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.history.api.Commit;
import org.junit.jupiter.api.Test;

class CommitLogTest {
  private final CommitGraph graph = new CommitGraph();

  @Test
  void newestFirstWhereNothingElseDecides() {
    Hash a = graph.add("a", 10);
    Hash b = graph.add("b", 30, a);
    Hash c = graph.add("c", 20, a);
    Hash d = graph.add("d", 40, b, c);
    assertEquals("d b c a", log(d));
  }

  @Test
  void aCommitBeforeItsParentsWhateverTheClockSays() {
    Hash a = graph.add("a", 1000);
    Hash b = graph.add("b", 2, a);
    Hash c = graph.add("c", 900, a);
    Hash d = graph.add("d", 1, b);
    Hash e = graph.add("e", 3, d, c);
    assertEquals("e c d b a", log(e));
  }

  @Test
  void theFirstPageReadsAPage() {
    Hash at = graph.add("0", 0);
    for (int i = 1; i < 5000; i++) {
      at = graph.add("" + i, i, at);
    }
    Iterator<Commit> log = new CommitLog(new Commits(graph.store()), at).iterator();
    for (int i = 0; i < 20; i++) {
      assertEquals("" + (4999 - i), log.next().message());
    }
    assertTrue(graph.reads() <= 22, "read " + graph.reads() + " commits for 20");
  }

  @Test
  void readsAsFarAsSideBranchesOverlapAndNoFurther() {
    Hash base = graph.add("0", 0);
    for (int i = 1; i < 1000; i++) {
      base = graph.add("" + i, i, base);
    }
    Hash left = base;
    Hash right = base;
    for (int i = 0; i < 10; i++) {
      left = graph.add("l" + i, 2000 + i, left);
      right = graph.add("r" + i, 3000 + i, right);
    }
    Iterator<Commit> log =
        new CommitLog(new Commits(graph.store()), graph.add("m", 4000, left, right)).iterator();
    for (int i = 0; i < 21; i++) {
      log.next();
    }
    assertEquals("999", log.next().message());
    assertTrue(graph.reads() < 40, "read " + graph.reads());
  }

  @Test
  void endsAtTheFirstCommits() {
    Iterator<Commit> log = new CommitLog(new Commits(graph.store()), graph.add("a", 1)).iterator();
    assertTrue(log.hasNext());
    log.next();
    assertTrue(!log.hasNext());
    assertThrows(NoSuchElementException.class, log::next);
  }

  @Test
  void randomGraphsComeWholeOnceAndInOrder() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      List<Hash> made = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Set<Hash> parents = new HashSet<>();
        for (int n = made.isEmpty() ? 0 : random.nextInt(4); n > 0; n--) {
          parents.add(made.get(random.nextInt(made.size())));
        }
        String message = round + "." + i;
        made.add(graph.add(message, random.nextInt(100), parents.toArray(Hash[]::new)));
      }
      Commits commits = new Commits(graph.store());
      Hash from = made.get(random.nextInt(made.size()));
      Set<Hash> given = new HashSet<>();
      for (Commit commit : new CommitLog(commits, from)) {
        assertTrue(given.add(commit.id()), "given out twice");
        for (Hash parent : commit.parents()) {
          assertTrue(!given.contains(parent), "a parent came first");
        }
      }
      assertEquals(ancestors(commits, from), given);
    }
  }

  @Test
  void withoutSomeAndTheirAncestors() {
    Random random = new Random(6);
    for (int round = 0; round < 200; round++) {
      List<Hash> made = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        Set<Hash> parents = new HashSet<>();
        for (int n = made.isEmpty() ? 0 : random.nextInt(3); n > 0; n--) {
          parents.add(made.get(random.nextInt(made.size())));
        }
        made.add(graph.add(round + "w" + i, random.nextInt(50), parents.toArray(Hash[]::new)));
      }
      Commits commits = new Commits(graph.store());
      List<Hash> from = List.of(any(made, random), any(made, random));
      List<Hash> without = List.of(any(made, random), any(made, random));
      Set<Hash> expected = new HashSet<>();
      from.forEach(id -> expected.addAll(ancestors(commits, id)));
      without.forEach(id -> expected.removeAll(ancestors(commits, id)));
      Set<Hash> given = new HashSet<>();
      for (Commit commit :
          new CommitLog(commits, from, without, stored -> commits.parents(stored).values())) {
        assertTrue(given.add(commit.id()), "given out twice");
        for (Hash parent : commit.parents()) {
          assertTrue(!given.contains(parent), "a parent came first");
        }
      }
      assertEquals(expected, given);
    }
  }

  private static Hash any(List<Hash> made, Random random) {
    return made.get(random.nextInt(made.size()));
  }

  @Test
  void aLyingGenerationIsDamage() {
    Hash a = graph.addWithGeneration("a", 1, 1);
    Hash b = graph.addWithGeneration("b", 2, 9, a);
    Hash c = graph.addWithGeneration("c", 3, 3, b);
    assertThrows(StoreException.class, () -> log(c));
  }

  @Test
  void aParentNamedTwiceIsOne() {
    Hash a = graph.add("a", 1);
    assertEquals("b a", log(graph.add("b", 2, a, a)));
  }

  @Test
  void whatIsNoCommitSaysSo() {
    Hash junk = graph.addBytes(new byte[] {1, 2, 3});
    assertThrows(NotFoundException.class, () -> log(junk));
    assertThrows(NotFoundException.class, () -> log(Hash.ZERO));
  }

  private String log(Hash from) {
    List<String> messages = new ArrayList<>();
    for (Commit commit : new CommitLog(new Commits(graph.store()), from)) {
      messages.add(commit.message());
    }
    return String.join(" ", messages);
  }

  private static Set<Hash> ancestors(Commits commits, Hash from) {
    Set<Hash> seen = new HashSet<>();
    List<Hash> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      Hash id = open.remove(open.size() - 1);
      if (seen.add(id)) {
        open.addAll(commits.get(id).commit().parents());
      }
    }
    return seen;
  }
}
