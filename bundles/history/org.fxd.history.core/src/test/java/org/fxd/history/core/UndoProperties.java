package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Whatever was done in a project, undoing leads back through it, to the byte. */
class UndoProperties {
  private static final List<String> FILES = List.of("a", "b", "c");
  private static final List<String> BRANCHES = List.of("main", "x", "y");
  private static final Set<FxdException.Category> EXPECTED =
      Set.of(FxdException.Category.FAILED, FxdException.Category.CONFLICT);

  @Test
  void asManyUndosAsCommandsGiveTheFirstState() {
    Property.seeded(1)
        .runs(100)
        .check(
            choices -> {
              try (HistoryFixture project = new HistoryFixture()) {
                List<Hash> states = new ArrayList<>();
                states.add(state(project));
                for (int left = choices.between(1, 15); left > 0; left--) {
                  command(choices, project);
                  if (!state(project).equals(states.get(states.size() - 1))) {
                    states.add(state(project));
                  }
                }
                for (int i = states.size() - 2; i >= 0; i--) {
                  project.log().undo(HistoryFixture.TEST);
                  assertEquals(states.get(i), state(project));
                }
                for (int i = 1; i < states.size(); i++) {
                  project.log().redo(HistoryFixture.TEST);
                  assertEquals(states.get(i), state(project));
                }
                assertThrows(
                    NotFoundException.class, () -> project.log().redo(HistoryFixture.TEST));
              }
            });
  }

  @Test
  void undoingLeadsBackThroughUndosToo() {
    Property.seeded(2)
        .runs(100)
        .check(
            choices -> {
              try (HistoryFixture project = new HistoryFixture()) {
                OperationLog log = project.log();
                Operation first = log.newest();
                Hash before = state(project);
                int commands = choices.between(1, 20);
                for (int left = commands; left > 0; left--) {
                  commandOrStep(choices, project);
                }
                int undos = 0;
                while (!log.current().id().equals(first.id())) {
                  Hash earlier = log.find("@-").after();
                  log.undo(HistoryFixture.TEST);
                  assertEquals(earlier, state(project));
                  undos++;
                  assertTrue(undos <= commands, "more undos than commands");
                }
                assertEquals(before, state(project));
              }
            });
  }

  private static void commandOrStep(Choices choices, HistoryFixture project) {
    OperationLog log = project.log();
    try {
      switch (choices.below(8)) {
        case 0 -> log.undo(HistoryFixture.TEST);
        case 1 -> log.redo(HistoryFixture.TEST);
        case 2 -> log.undo(any(choices, project), HistoryFixture.TEST);
        case 3 -> log.restore(any(choices, project), HistoryFixture.TEST);
        default -> command(choices, project);
      }
    } catch (NotFoundException e) {
      assertTrue(e.getMessage().startsWith("There is nothing to"), e.getMessage());
    } catch (ConflictException e) {
      assertTrue(e.getMessage().contains("cannot be undone by itself"), e.getMessage());
    }
  }

  private static Operation any(Choices choices, HistoryFixture project) {
    List<Operation> all = new ArrayList<>();
    project.workspace().operations().forEach(all::add);
    return choices.pick(all);
  }

  private static void command(Choices choices, HistoryFixture project) {
    String name = choices.pick(FILES);
    try {
      switch (choices.below(7)) {
        case 0, 1 -> project.write(name, "text " + choices.below(3));
        case 2 -> project.writeScanned(name, "text " + choices.below(3));
        case 3 -> project.delete(name);
        case 4 -> project.commit("commit");
        case 5 ->
            project
                .history()
                .createBranch(
                    choices.pick(BRANCHES), project.history().resolve("@"), HistoryFixture.TEST);
        default -> project.history().checkout(choices.pick(BRANCHES), HistoryFixture.TEST);
      }
    } catch (FxdException e) {
      // Nothing to commit, no such branch, or work in the way: then nothing was changed.
      assertTrue(EXPECTED.contains(e.category()), e.getMessage());
    }
  }

  private static Hash state(HistoryFixture project) {
    return project.workspace().state().node().hash();
  }
}
