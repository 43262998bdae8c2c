package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.error.FxdException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ask.Bisect;
import org.fxd.history.api.ask.Bisect.Answer;
import org.fxd.history.api.ask.Bisect.Standing;
import org.fxd.history.core.ask.ProjectBisect;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BisectTest {
  private final HistoryFixture project = new HistoryFixture();
  private final Bisect bisect = bisect(project);

  private static Bisect bisect(HistoryFixture project) {
    return new ProjectBisect(project.workspace(), new Commits(project.store()));
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void alongALineByHalves() {
    List<Commit> line = line(20);
    bisect.start(HistoryFixture.TEST);
    assertEquals(Optional.of("main"), bisect.begunAt());
    assertEquals(Optional.empty(), bisect.standing());
    bisect.answer(line.get(0), Answer.GOOD, HistoryFixture.TEST);
    Standing at = bisect.answer(line.get(16), Answer.BAD, HistoryFixture.TEST);
    assertEquals(16, at.left());
    assertEquals(4, at.steps());
    assertEquals(Optional.of(line.get(8)), at.next());
    int tried = 0;
    while (at.next().isPresent()) {
      boolean broken = line.indexOf(at.next().get()) >= 11;
      at = bisect.answer(at.next().get(), broken ? Answer.BAD : Answer.GOOD, HistoryFixture.TEST);
      tried++;
    }
    assertEquals(Optional.of(line.get(11)), at.found());
    assertTrue(tried <= 4, "tried " + tried);
    project.log().undo(HistoryFixture.TEST);
    assertFalse(bisect.standing().orElseThrow().found().isPresent());
    bisect.reset(HistoryFixture.TEST);
    assertEquals(Optional.empty(), bisect.begunAt());
    assertTrue(project.workspace().state().refs(Bisect.REFS).isEmpty());
  }

  @Test
  void whatCannotBeTriedIsPassedOver() {
    List<Commit> line = line(4);
    bisect.start(HistoryFixture.TEST);
    bisect.answer(line.get(0), Answer.GOOD, HistoryFixture.TEST);
    bisect.answer(line.get(3), Answer.BAD, HistoryFixture.TEST);
    bisect.answer(line.get(1), Answer.SKIPPED, HistoryFixture.TEST);
    Standing at = bisect.answer(line.get(2), Answer.SKIPPED, HistoryFixture.TEST);
    assertEquals(Optional.empty(), at.next());
    assertEquals(Optional.empty(), at.found());
    assertEquals(3, at.left());
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    List<Commit> line = line(4);
    assertThrows(
        FxdException.class, () -> bisect.answer(line.get(0), Answer.GOOD, HistoryFixture.TEST));
    bisect.start(HistoryFixture.TEST);
    assertThrows(FxdException.class, () -> bisect.start(HistoryFixture.TEST));
    bisect.answer(line.get(2), Answer.GOOD, HistoryFixture.TEST);
    FxdException refused =
        assertThrows(
            FxdException.class, () -> bisect.answer(line.get(1), Answer.BAD, HistoryFixture.TEST));
    assertTrue(refused.getMessage().contains("ancestors"), refused.getMessage());
    assertEquals(
        Set.of("refs/bisect/begun", "refs/bisect/good/" + line.get(2).id()),
        project.workspace().state().refs(Bisect.REFS).keySet());
  }

  @Test
  void theCulpritIsFoundInAnyHistory() {
    Property.seeded(4).runs(60).check(BisectTest::checkFound);
  }

  private static void checkFound(Choices choices) {
    try (HistoryFixture project = new HistoryFixture()) {
      Commits commits = new Commits(project.store());
      List<Commit> made = new ArrayList<>();
      int count = choices.between(3, 20);
      for (int i = 0; i < count; i++) {
        List<Commit> parents = new ArrayList<>();
        for (int n = made.isEmpty() ? 0 : choices.between(1, 2); n > 0; n--) {
          parents.add(made.get(made.size() - 1 - choices.below(Math.min(3, made.size()))));
        }
        project.write("a", "" + i);
        made.add(project.merge("" + i, parents.stream().distinct().toArray(Commit[]::new)));
      }
      Commit culprit = made.get(choices.between(1, count - 1));
      Commit tip = made.get(count - 1);
      if (!isIn(commits, culprit, tip)) {
        return;
      }
      Bisect bisect = bisect(project);
      bisect.start(HistoryFixture.TEST);
      bisect.answer(made.get(0), Answer.GOOD, HistoryFixture.TEST);
      Standing at = bisect.answer(tip, Answer.BAD, HistoryFixture.TEST);
      while (at.next().isPresent()) {
        Commit tried = at.next().get();
        Answer answer = isIn(commits, culprit, tried) ? Answer.BAD : Answer.GOOD;
        int before = at.left();
        at = bisect.answer(tried, answer, HistoryFixture.TEST);
        assertTrue(at.left() < before, "nothing was learnt");
      }
      assertEquals(Optional.of(culprit), at.found());
    }
  }

  private static boolean isIn(Commits commits, Commit culprit, Commit commit) {
    for (Commit one : new CommitLog(commits, commit.id())) {
      if (one.id().equals(culprit.id())) {
        return true;
      }
    }
    return false;
  }

  private List<Commit> line(int count) {
    List<Commit> line = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      project.write("a", "" + i);
      line.add(project.commit("" + i));
    }
    return line;
  }
}
