package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.CommitHook;
import org.fxd.history.api.Selection;
import org.fxd.history.api.Stashed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StashTest {
  private final HistoryFixture project = new HistoryFixture();
  private final ProjectStash stash = project.stash();

  @AfterEach
  void close() {
    project.close();
  }

  private Stashed push(String message, Selection selection) {
    return stash.push(message, selection, HistoryFixture.ADA, HistoryFixture.TEST);
  }

  private Hash root() {
    return project.workspace().root().hash();
  }

  private static Selection at(String... path) {
    return Selection.at(List.of(NodePath.of(path)));
  }

  @Test
  void pushedWorkIsAwayAndPoppedWorkIsBack() {
    project.write("a", "1");
    project.write("b", "1");
    project.commit("first");
    Hash clean = root();
    project.write("a", "2");
    project.writeScanned("b", "1");
    project.write("c", "2");
    Hash work = root();
    Stashed pushed = push("half done", Selection.all());
    assertEquals(1, pushed.number());
    assertEquals("half done", pushed.commit().message());
    assertEquals(clean, root());
    assertEquals(List.of(pushed), stash.list());
    assertEquals(pushed, stash.get(1));
    stash.pop(1, HistoryFixture.TEST);
    assertEquals(work, root());
    assertEquals(List.of(), stash.list());
  }

  @Test
  void aPartMayBePutAway() {
    project.write("a", "1");
    project.write("b", "1");
    project.commit("first");
    project.write("a", "2");
    project.write("b", "2");
    project.folder("new", Map.of("x", "1", "y", "2"));
    Hash work = root();
    Stashed a = push("", at("code", "a"));
    assertTrue(a.commit().message().startsWith("work upon "), a.commit().message());
    assertEquals("1", project.files().get("a"));
    assertEquals("2", project.files().get("b"));
    Stashed x = push("x", at("code", "new", "x"));
    assertEquals(2, x.number());
    assertEquals(1, project.workspace().root().child("code").child("new").size());
    stash.pop(2, HistoryFixture.TEST);
    stash.pop(1, HistoryFixture.TEST);
    assertEquals(work, root());
  }

  @Test
  void workGoesOnToAnotherTree() {
    project.write("a", "1");
    project.write("b", "1");
    project.commit("first");
    project.write("a", "2");
    push("a", Selection.all());
    project.write("b", "2");
    project.commit("second");
    stash.apply(1, HistoryFixture.TEST);
    assertEquals(Map.of("a", "2", "b", "2"), project.files());
    assertEquals(1, stash.list().size());
  }

  @Test
  void aContradictionChangesNothingAndLosesNothing() {
    project.write("a", "1");
    project.commit("first");
    project.write("a", "2");
    push("a", Selection.all());
    project.write("a", "3");
    State before = project.workspace().state();
    for (var take :
        List.<Runnable>of(
            () -> stash.pop(1, HistoryFixture.TEST), () -> stash.apply(1, HistoryFixture.TEST))) {
      ConflictException conflict = assertThrows(ConflictException.class, take::run);
      assertTrue(conflict.hint().isPresent());
    }
    assertEquals(before.node(), project.workspace().state().node());
  }

  @Test
  void whatIsNotThereIsSaid() {
    project.write("a", "1");
    assertThrows(NotFoundException.class, () -> push("no commit", Selection.all()));
    project.commit("first");
    FxdException clean = assertThrows(FxdException.class, () -> push("", Selection.all()));
    assertEquals(1, clean.category().exitCode());
    assertThrows(NotFoundException.class, () -> stash.pop(1, HistoryFixture.TEST));
    assertThrows(NotFoundException.class, () -> stash.drop(1, HistoryFixture.TEST));
    assertThrows(NotFoundException.class, () -> stash.get(1));
  }

  @Test
  void numbersGoOnAboveTheLargest() {
    project.write("a", "1");
    project.commit("first");
    for (int i = 1; i <= 3; i++) {
      project.write("a", "work " + i);
      assertEquals(i, push("", Selection.all()).number());
    }
    stash.drop(2, HistoryFixture.TEST);
    assertEquals(List.of(3, 1), stash.list().stream().map(Stashed::number).toList());
    project.write("a", "more");
    assertEquals(4, push("", Selection.all()).number());
  }

  @Test
  void commitHooksHaveNoSayAsNothingIsCommitted() {
    project.write("a", "1");
    project.commit("first");
    project.hook(
        (CommitHook)
            (commit, root, origin) -> {
              throw new RefusedException("no");
            },
        0);
    project.write("a", "2");
    push("", Selection.all());
    assertEquals("1", project.files().get("a"));
  }

  @Test
  void collectingKeepsWhatIsPutAway() {
    project.write("a", "1");
    project.commit("first");
    project.write("a", "a longer text, so that it is an object of its own");
    push("", Selection.all());
    CollectOptions all = CollectOptions.DEFAULT.keeping(Duration.ZERO);
    project.upkeep().collect(all, Progress.NONE, Cancellation.none());
    stash.pop(1, HistoryFixture.TEST);
    assertEquals("a longer text, so that it is an object of its own", project.files().get("a"));
  }
}
