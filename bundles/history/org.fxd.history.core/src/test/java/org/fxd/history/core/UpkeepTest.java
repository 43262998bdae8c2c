package org.fxd.history.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.upkeep.CollectReport;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.history.api.Commit;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/**
 * Keeping a project with a real history: no commit is ever lost, and losses are named by commit.
 */
class UpkeepTest {
  private static final CollectOptions ALL = CollectOptions.DEFAULT.keeping(Duration.ZERO);

  private static CollectReport collect(HistoryFixture project) {
    return project.upkeep().collect(ALL, Progress.NONE, Cancellation.none());
  }

  private static CheckReport check(HistoryFixture project) {
    return project.upkeep().check(CheckOptions.LOOK, Progress.NONE, Cancellation.none());
  }

  @Test
  void everyCommitReadsAsBeforeHoweverOftenItIsCollected() {
    Property.seeded(5).runs(60).check(UpkeepTest::collectHistories);
  }

  private static void collectHistories(Choices choices) {
    try (HistoryFixture project = new HistoryFixture()) {
      Map<Hash, Map<String, String>> trees = new TreeMap<>();
      List<Commit> commits = new ArrayList<>();
      for (int steps = choices.between(1, 25); steps > 0; steps--) {
        String file = "f" + choices.below(4);
        switch (choices.below(6)) {
          case 0, 1 -> project.write(file, "text " + choices.below(50));
          case 2 -> project.writeScanned(file, "scanned " + choices.below(50));
          case 3 -> {
            if (!commits.isEmpty()) {
              String branch = "b" + commits.size() + "-" + steps;
              Commit at = choices.pick(commits);
              project.history().createBranch(branch, at, HistoryFixture.TEST);
            }
          }
          case 4 -> {
            project.write("step", Integer.toString(steps));
            commits.add(project.commit("at " + steps));
            trees.put(commits.get(commits.size() - 1).id(), project.files());
          }
          default -> {
            CollectReport report = collect(project);
            assertEquals(trees.size(), report.commits());
          }
        }
      }
      collect(project);
      assertEquals(List.of(), check(project).findings());
      // What was read before is remembered, and would be found though it is gone.
      Commits unread = new Commits(project.store());
      for (Commit commit : commits) {
        assertEquals(commit, unread.get(commit.id()).commit());
        assertEquals(trees.get(commit.id()), HistoryFixture.files(project.history().root(commit)));
      }
    }
  }

  @Test
  void aDamagedValueNamesItsFileAndItsCommits() {
    try (HistoryFixture project = new HistoryFixture()) {
      project.write("kept", "other");
      project.commit("before");
      project.write("App.java", "damaged");
      Hash first = project.commit("with it").id();
      project.write("kept", "another");
      Hash second = project.commit("still with it").id();
      project.write("App.java", "healthy");
      project.commit("after");
      assertTrue(check(project).isSound());

      Hash damaged = Hash.ofContent("damaged".getBytes(UTF_8));
      project.store().damage(damaged, "it does not unpack");
      CheckReport report = check(project);
      assertFalse(report.isSound());
      assertEquals(1, report.found());
      Finding finding = report.findings().get(0);
      assertEquals(damaged, finding.object().orElseThrow());
      assertEquals(List.of("App.java"), finding.uses().orElseThrow().paths());
      assertEquals(List.of(second, first), finding.uses().orElseThrow().commits());
      assertFalse(finding.uses().orElseThrow().newest());
    }
  }
}
