package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Branch;
import org.fxd.history.api.ref.Branches;
import org.fxd.history.api.ref.Divergence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BranchesTest {
  private final HistoryFixture project = new HistoryFixture();
  private final Branches branches = project.history().refs().branches();
  private Commit first;
  private Commit second;

  @BeforeEach
  void commitTwice() {
    project.write("a", "1");
    first = project.commit("first");
    project.write("a", "2");
    second = project.commit("second");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private Branch create(String name, Commit at) {
    return branches.create(name, at, HistoryFixture.TEST);
  }

  @Test
  void areListedWithWhatIsCheckedOut() {
    create("old", first);
    assertEquals(
        List.of(new Branch("main", second.id(), true), new Branch("old", first.id(), false)),
        branches.all());
    assertEquals(Optional.of(new Branch("old", first.id(), false)), branches.find("old"));
    assertEquals(Optional.empty(), branches.find("none"));
    assertEquals(Optional.empty(), branches.find("x".repeat(5000)));
    assertEquals("Did you mean main?", hint(NotFoundException.class, () -> branches.get("mian")));
  }

  @Test
  void aheadAndBehind() {
    assertEquals(new Divergence(1, 0), branches.compare(second, first));
    assertEquals(new Divergence(0, 1), branches.compare(first, second));
    assertTrue(branches.compare(first, first).isNone());
  }

  @Test
  void oneWhoseCommitsOthersLeadToIsDeleted() {
    branches.delete(create("old", first), HistoryFixture.TEST);
    assertEquals(Optional.empty(), branches.find("old"));
  }

  @Test
  void theLastNameOfACommitStaysUnlessItIsDropped() {
    Branch side = create("side", first);
    project.history().checkout("side", HistoryFixture.TEST);
    project.write("a", "3");
    Commit third = project.commit("third");
    // What is checked out by itself does not keep a commit: it is gone with the next checkout.
    project.history().checkout(third.id().toString(), HistoryFixture.TEST);
    Branch now = branches.get("side");
    FxdException refused =
        assertThrows(FxdException.class, () -> branches.delete(now, HistoryFixture.TEST));
    assertTrue(refused.getMessage().contains("a commit"), refused.getMessage());
    assertTrue(refused.getMessage().contains(third.id().brief() + " (third)"));
    assertTrue(refused.hint().get().contains("--force"));
    assertThrows(
        ConflictException.class,
        () -> branches.drop(side, HistoryFixture.TEST),
        "it has moved since");
    branches.drop(now, HistoryFixture.TEST);
    assertEquals(Optional.empty(), branches.find("side"));
  }

  @Test
  void aTagKeepsCommitsToo() {
    Branch side = create("side", second);
    project.history().refs().tags().create("v1", second, Optional.empty(), HistoryFixture.TEST);
    branches.reset(branches.get("main"), first, HistoryFixture.TEST);
    branches.delete(side, HistoryFixture.TEST);
  }

  @Test
  void theOneCheckedOutIsNeverDeleted() {
    create("side", second);
    Branch main = branches.get("main");
    assertThrows(FxdException.class, () -> branches.delete(main, HistoryFixture.TEST));
    assertThrows(FxdException.class, () -> branches.drop(main, HistoryFixture.TEST));
  }

  @Test
  void theHeadFollowsARenaming() {
    Branch trunk = branches.rename(branches.get("main"), "trunk", HistoryFixture.TEST);
    assertEquals(new Branch("trunk", second.id(), true), trunk);
    assertEquals(Optional.of("trunk"), project.history().branch());
    assertEquals(Optional.empty(), branches.find("main"));
    create("main", first);
    assertThrows(FxdException.class, () -> branches.rename(trunk, "main", HistoryFixture.TEST));
    assertThrows(UsageException.class, () -> branches.rename(trunk, "a..b", HistoryFixture.TEST));
    assertEquals(
        "trunk/x",
        branches.rename(trunk, "trunk/x", HistoryFixture.TEST).name(),
        "a name may become a folder of itself");
  }

  @Test
  void oneIsMovedAndTheProjectStays() {
    Branch main = branches.get("main");
    create("kept", second);
    Branch moved = branches.move(main, first, HistoryFixture.TEST);
    assertEquals(first.id(), moved.commit());
    assertEquals("2", project.files().get("a"), "what differs is uncommitted");
    assertThrows(ConflictException.class, () -> branches.move(main, first, HistoryFixture.TEST));
    branches.drop(branches.get("kept"), HistoryFixture.TEST);
    branches.move(moved, second, HistoryFixture.TEST);
    Branch back = branches.get("main");
    assertThrows(FxdException.class, () -> branches.move(back, first, HistoryFixture.TEST));
    branches.reset(back, first, HistoryFixture.TEST);
    assertEquals(Optional.of(first), project.history().head());
  }

  @Test
  void aHookMayRefuseAMove() {
    project.hook(
        (before, after, origin) -> {
          if (!before.resolve(State.BRANCHES + "main").equals(after.resolve("refs/heads/main"))) {
            throw new RefusedException("main stays");
          }
        });
    Branch main = branches.get("main");
    assertThrows(RefusedException.class, () -> branches.reset(main, first, HistoryFixture.TEST));
    assertEquals(second.id(), branches.get("main").commit());
  }

  @Test
  void aCommitOfThisProjectIsNeeded() {
    Commit foreign = foreign();
    assertThrows(NotFoundException.class, () -> create("x", foreign));
    Branch main = branches.get("main");
    assertThrows(NotFoundException.class, () -> branches.reset(main, foreign, HistoryFixture.TEST));
    assertFalse(branches.find("x").isPresent());
  }

  private static Commit foreign() {
    try (HistoryFixture other = new HistoryFixture()) {
      other.write("z", "other");
      return other.commit("foreign");
    }
  }

  private static String hint(Class<? extends FxdException> type, Runnable work) {
    return assertThrows(type, work::run).hint().orElse("");
  }

  /** A reference that is moved while a change that depends on it is under way. */
  @Test
  void aChangeThatDependsOnABranchIsNotMadeOnceThatMoved() {
    Hash before = project.workspace().root().hash();
    try (var transaction = project.workspace().begin(HistoryFixture.TEST)) {
      transaction.dependOn(State.HEAD);
      transaction.root(project.history().root(first));
      branches.reset(branches.get("main"), first, HistoryFixture.TEST);
      ConflictException conflict =
          assertThrows(ConflictException.class, () -> transaction.commit("turn back"));
      assertTrue(conflict.getMessage().contains("'HEAD'"), conflict.getMessage());
    }
    assertEquals(before, project.workspace().root().hash());
  }

  /** There and back is a move, too: what was decided before it may not hold any more. */
  @Test
  void aChangeThatDependsOnTheHeadIsNotMadeOnceThatWasElsewhere() {
    create("side", second);
    try (var transaction = project.workspace().begin(HistoryFixture.TEST)) {
      transaction.dependOn(State.HEAD);
      transaction.root(project.history().root(first));
      project.history().checkout("side", HistoryFixture.TEST);
      project.history().checkout("main", HistoryFixture.TEST);
      assertThrows(ConflictException.class, () -> transaction.commit("turn back"));
    }
  }

  @Test
  void whatMovesNoneOfThemDoesNotMatter() {
    try (var transaction = project.workspace().begin(HistoryFixture.TEST)) {
      transaction.dependOn(State.HEAD);
      transaction.root(project.history().root(first));
      create("side", second);
      project.write("b", "1");
      transaction.commit("turn back");
    }
    assertEquals(Map.of("a", "1", "b", "1"), project.files());
  }
}
