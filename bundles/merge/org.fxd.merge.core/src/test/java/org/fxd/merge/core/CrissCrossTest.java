package org.fxd.merge.core;

import static org.fxd.merge.core.MergeFixture.ADA;
import static org.fxd.merge.core.MergeFixture.TEST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fxd.history.api.Commit;
import org.fxd.merge.api.Choice;
import org.fxd.merge.api.Conflict;
import org.fxd.merge.api.MergePlan;
import org.fxd.merge.api.MergeResult;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Histories in which branches were merged crosswise, and merges that race. */
class CrissCrossTest {
  private static final List<String> BRANCHES = List.of("main", "x", "y");

  @Test
  void branchesThatWereMergedCrosswiseAgree() {
    try (MergeFixture project = new MergeFixture()) {
      project.write("a", "1\n2\n3\n4\n5\n");
      Commit base = project.commit("base");
      Commit theirs = project.branch("x", base, () -> project.write("a", "1\n2\n3\n4\nFIVE\n"));
      project.write("a", "ONE\n2\n3\n4\n5\n");
      Commit ours = project.commit("ours");
      project.merge(theirs);
      project.write("a", "ONE\n2\nTHREE\n4\nFIVE\n");
      project.commit("three");
      project.history().checkout("x", TEST);
      project.merge(ours);
      assertEquals(
          2,
          project
              .history()
              .mergeBases(project.history().resolve("x"), project.history().resolve("main"))
              .size());
      MergeResult result = project.merge(project.history().resolve("main"));
      assertEquals(List.of(), result.conflicts());
      assertEquals("ONE\n2\nTHREE\n4\nFIVE\n", project.files().get("a"));
    }
  }

  @Test
  void aResolutionWinsOverTheConflictItResolved() {
    try (MergeFixture project = new MergeFixture()) {
      project.write("a", "base\n");
      Commit base = project.commit("base");
      Commit theirs = project.branch("x", base, () -> project.write("a", "theirs\n"));
      project.write("a", "ours\n");
      project.commit("ours");
      Commit conflicted = project.merge(theirs).commit().orElseThrow();
      Commit resolved =
          project.branch(
              "y",
              conflicted,
              () -> project.conflicts().resolve(MergeFixture.id("a"), Choice.OURS, TEST));
      project.write("b", "more\n");
      project.commit("more");
      assertEquals(1, project.listed().size());
      assertEquals(List.of(), project.merge(resolved).conflicts());
      assertEquals("ours\n", project.files().get("a"));
    }
  }

  @Test
  void aThirdVersionMakesThreeSides() {
    try (MergeFixture project = new MergeFixture()) {
      project.write("a", "base\n");
      Commit base = project.commit("base");
      Commit second = project.branch("x", base, () -> project.write("a", "two\n"));
      Commit third = project.branch("y", base, () -> project.write("a", "three\n"));
      project.write("a", "one\n");
      project.commit("one");
      project.merge(second);
      project.merge(third);
      assertEquals(
          """
          <<<<<<< side 1 of 3
          one
          ||||||| base 1 of 2
          base
          ======= side 2 of 3
          two
          ||||||| base 2 of 2
          base
          ======= side 3 of 3
          three
          >>>>>>> 3 sides
          """,
          project.files().get("a"));
      Conflict conflict = project.conflicts().all().get(0);
      assertEquals(3, conflict.adds().size());
      project.conflicts().resolve(conflict.id(), Choice.BOTH, TEST);
      assertEquals("one\ntwo\nthree\n", project.files().get("a"));
      assertEquals(List.of(), project.listed());
    }
  }

  /** Any branches can be merged in any order, and all that is in conflict can be resolved. */
  @Test
  void anyHistoryCanBeMerged() {
    Property.seeded(11).runs(60).check(CrissCrossTest::history);
  }

  private static void history(Choices choices) {
    try (MergeFixture project = new MergeFixture()) {
      project.write("a", "1\n2\n3\n");
      Commit first = project.commit("first");
      project.history().createBranch("x", first, TEST);
      project.history().createBranch("y", first, TEST);
      for (int steps = choices.between(1, 12); steps > 0; steps--) {
        switch (choices.below(4)) {
          case 0 -> project.history().checkout(choices.pick(BRANCHES), TEST);
          case 1 -> project.merge(project.history().resolve(choices.pick(BRANCHES)));
          default -> {
            edit(choices, project);
            project.write("step", "step " + steps + "\n");
            project.commit("step " + steps);
          }
        }
      }
      List<Conflict> all = project.conflicts().all();
      all.forEach(
          conflict -> {
            if (project.conflicts().all().stream().anyMatch(it -> it.id().equals(conflict.id()))) {
              project.conflicts().resolve(conflict.id(), Choice.OURS, TEST);
            }
          });
      assertEquals(List.of(), project.listed());
      project.collect();
      assertEquals(List.of(), project.findings());
    }
  }

  private static void edit(Choices choices, MergeFixture project) {
    String name = choices.pick(List.of("a", "b", "c"));
    boolean there = project.files().containsKey(name);
    switch (choices.below(4)) {
      case 0 -> {
        if (there) {
          project.delete(name);
        }
      }
      case 1 -> {
        if (there && !project.files().containsKey("r" + name)) {
          project.rename(name, "r" + name);
        }
      }
      default -> {
        if (there || choices.chance(50)) {
          project.writeAnother(name, choices.below(3) + "\n2\n" + choices.below(3) + "\n");
        }
      }
    }
  }

  @Test
  void mergesAndCommitsThatRaceLoseNothing() throws Exception {
    try (MergeFixture project = new MergeFixture()) {
      project.write("a", "base\n");
      Commit base = project.commit("base");
      List<Commit> sides = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String name = "f" + i;
        sides.add(project.branch("b" + i, base, () -> project.write(name, name + "\n")));
      }
      ExecutorService pool = Executors.newFixedThreadPool(4);
      try {
        List<Future<?>> futures = new ArrayList<>();
        for (Commit side : sides) {
          futures.add(
              pool.submit(
                  () ->
                      project
                          .merges()
                          .merge(
                              side, MergePlan.USUAL.with(MergePlan.FastForward.NEVER), ADA, TEST)));
          futures.add(
              pool.submit(
                  () -> {
                    project.write("w" + side.id().brief(), "work\n");
                    try {
                      project.commit("work");
                    } catch (org.fxd.graph.api.error.FxdException e) {
                      assertTrue(e.getMessage().startsWith("Nothing to commit"), e.toString());
                    }
                  }));
        }
        for (Future<?> future : futures) {
          future.get();
        }
      } finally {
        pool.shutdown();
      }
      assertEquals(13, project.files().size(), project.files().toString());
      for (Commit side : sides) {
        assertTrue(project.history().isAncestor(side, project.history().head().orElseThrow()));
      }
      assertEquals(List.of(), project.findings());
    }
  }
}
