package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitHook;
import org.fxd.history.api.RefHook;
import org.fxd.history.api.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryHooksTest {
  private final HistoryFixture project = new HistoryFixture();

  @AfterEach
  void close() {
    project.close();
  }

  private void refused(Runnable change, String reason) {
    State before = project.workspace().state();
    RefusedException refusal = assertThrows(RefusedException.class, change::run);
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertEquals(4, refusal.category().exitCode());
    assertEquals(before.operation(), project.workspace().state().operation());
  }

  @Test
  void aCommitHookSeesWhatWouldBeMadeAndMayRefuse() {
    List<Commit> seen = new ArrayList<>();
    CommitHook hook =
        (commit, root, origin) -> {
          seen.add(commit);
          assertEquals(commit.root(), root.hash());
          assertEquals(HistoryFixture.TEST, origin);
          if (!commit.message().startsWith("FXD-")) {
            throw new RefusedException("a message begins with a ticket");
          }
        };
    project.hook(hook, 0);
    project.write("a", "1");
    refused(() -> project.commit("first"), "ticket");
    Commit made = project.commit("FXD-1: first");
    assertEquals(made, seen.get(1));
    refused(
        () ->
            project
                .history()
                .amend(
                    Amendment.by(HistoryFixture.ADA).withMessage("other"),
                    Selection.none(),
                    HistoryFixture.TEST),
        "ticket");
  }

  @Test
  void aHookThatFailsRefusesAndIsNamed() {
    CommitHook broken =
        (commit, root, origin) -> {
          throw new IllegalStateException("out of order");
        };
    project.hook(broken, 0);
    project.write("a", "1");
    refused(() -> project.commit("first"), "out of order");
    RefHook brokenToo =
        (move, origin) -> {
          throw new IllegalStateException("out of order too");
        };
    project.hook(brokenToo, 0);
    refused(
        () ->
            project
                .workspace()
                .change(
                    HistoryFixture.TEST, "tag", t -> t.ref(State.TAGS + "x", Ref.to(State.HEAD))),
        "out of order too");
  }

  @Test
  void hooksAreAskedInTheOrderOfTheirRanking() {
    List<String> asked = new ArrayList<>();
    for (int ranking : new int[] {1, 3, 2}) {
      CommitHook commit = (c, root, origin) -> asked.add("commit " + ranking);
      RefHook ref = (move, origin) -> asked.add(move.name() + " " + ranking);
      project.hook(commit, ranking);
      project.hook(ref, ranking);
    }
    project.write("a", "1");
    project.commit("first");
    assertEquals(
        List.of(
            "commit 3",
            "commit 2",
            "commit 1",
            "refs/heads/main 3",
            "refs/heads/main 2",
            "refs/heads/main 1"),
        asked);
  }

  @Test
  void noWayToMoveAReferenceGoesRoundARefHook() {
    project.write("a", "1");
    Commit first = project.commit("first");
    project.write("a", "2");
    project.commit("second");
    List<String> moves = new ArrayList<>();
    RefHook hook =
        (move, origin) -> {
          moves.add(move.name());
          if (move.name().equals("refs/heads/main")
              && !move.to().equals(Optional.of(Ref.to(first.id())))) {
            throw new RefusedException("main is closed");
          }
        };
    project.hook(hook, 0);
    project.write("a", "3");
    refused(() -> project.commit("third"), "main is closed");
    refused(() -> set("refs/heads/main", null), "main is closed");
    set("refs/heads/main", Ref.to(first.id()));
    project.history().createBranch("side", first, HistoryFixture.TEST);
    project.history().checkout("side", HistoryFixture.TEST);
    project.stash().push("", Selection.all(), HistoryFixture.ADA, HistoryFixture.TEST);
    assertEquals(
        List.of(
            "refs/heads/main",
            "refs/heads/main",
            "refs/heads/main",
            "refs/heads/side",
            "HEAD",
            "refs/stash/1"),
        moves);
  }

  private void set(String name, Ref target) {
    project.workspace().change(HistoryFixture.TEST, "set", t -> t.ref(name, target));
  }
}
