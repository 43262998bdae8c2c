package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Checkouts;
import org.fxd.history.api.ref.Target;
import org.fxd.history.api.ref.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckoutsTest {
  private final HistoryFixture project = new HistoryFixture();
  private final Checkouts checkouts = project.history().refs().checkouts();

  @AfterEach
  void close() {
    project.close();
  }

  private Commit commit(String name, String text) {
    project.write(name, text);
    return project.commit(name + " " + text);
  }

  private Change to(Target target, Work work) {
    return checkouts.to(target, work, HistoryFixture.TEST);
  }

  private Change take(Commit from, String name) {
    return checkouts.paths(from, List.of(NodePath.of("code", name)), HistoryFixture.TEST);
  }

  private NodeId id(String name) {
    return entry(name).id();
  }

  private Entry entry(String name) {
    return project.workspace().root().child("code").entry(Name.of(name)).orElseThrow();
  }

  @Test
  void aBranchIsCreatedAndCheckedOutWithTheWork() {
    commit("a", "1");
    project.write("a", "work");
    to(new Target.NewBranch("x", Optional.empty()), Work.FOLLOWS);
    assertEquals(Optional.of("x"), project.history().branch());
    assertEquals(Map.of("a", "work"), project.files());
    assertThrows(
        FxdException.class, () -> to(new Target.NewBranch("x", Optional.empty()), Work.FOLLOWS));
    assertThrows(
        UsageException.class, () -> to(new Target.NewBranch("x~", Optional.empty()), Work.FOLLOWS));
  }

  @Test
  void beforeTheFirstCommitTheNextBranchIsChosen() {
    project.write("a", "work");
    to(new Target.NewBranch("trunk", Optional.empty()), Work.FOLLOWS);
    assertEquals(Optional.of("trunk"), project.history().branch());
    assertThrows(
        NotFoundException.class,
        () -> to(new Target.NewBranch("x", Optional.empty()), Work.DISCARDED));
    Commit first = project.commit("first");
    assertEquals(Map.of("trunk", first.id()), project.history().branches());
  }

  @Test
  void aBranchsCommitByItself() {
    Commit first = commit("a", "1");
    to(new Target.Detached(first), Work.FOLLOWS);
    assertEquals(Optional.empty(), project.history().branch());
    assertEquals(Optional.of(first), project.history().head());
    commit("a", "2");
    assertEquals(first.id(), project.history().branches().get("main"), "it stays");
  }

  @Test
  void workIsThrownAwayAndTheLogHasIt() {
    commit("a", "1");
    Commit second = commit("a", "2");
    project.write("a", "work");
    var before = project.workspace().state().node().hash();
    Change change = to(new Target.Revision("@"), Work.DISCARDED);
    assertEquals(second.root(), project.workspace().root().hash());
    assertEquals(before, change.operation().before());
    assertEquals(Optional.of("main"), project.history().branch());
    assertEquals(0, to(new Target.Revision("@"), Work.DISCARDED).count());
  }

  @Test
  void aPathIsTakenAndKeepsItsId() {
    Commit first = commit("a", "1");
    project.write("b", "1");
    commit("a", "2");
    NodeId id = id("a");
    project.write("b", "work");
    assertEquals(1, take(first, "a").count());
    assertEquals(Map.of("a", "1", "b", "work"), project.files());
    assertEquals(id, id("a"));
    assertEquals("a 2", project.history().head().orElseThrow().message());
    assertEquals(0, take(first, "a").count());
  }

  @Test
  void whatWasDeletedComesBackUnderItsId() {
    Commit first = commit("a", "1");
    NodeId id = id("a");
    project.delete("a");
    commit("b", "1");
    take(first, "a");
    assertEquals(Map.of("a", "1", "b", "1"), project.files());
    assertEquals(id, id("a"));
  }

  @Test
  void whatWasRenamedStaysAndACopyComes() {
    Commit first = commit("a", "1");
    NodeId id = id("a");
    project.rename("a", "moved");
    project.commit("rename");
    take(first, "a");
    assertEquals(Map.of("a", "1", "moved", "1"), project.files());
    assertEquals(id, id("moved"));
    assertNotEquals(id, id("a"));
  }

  @Test
  void aWholeFolderIsAsInTheCommit() {
    project.write("a", "1");
    Commit first = commit("b", "1");
    NodeId id = id("b");
    project.delete("a");
    project.rename("b", "c");
    project.write("d", "1");
    checkouts.paths(first, List.of(NodePath.of("code")), HistoryFixture.TEST);
    assertEquals(Map.of("a", "1", "b", "1"), project.files());
    assertEquals(id, id("b"), "what moved within it has moved back");
    assertEquals(first.root(), project.workspace().root().hash());
  }

  @Test
  void nothingHappensIfTheCommitLacksOneOfThePaths() {
    Commit first = commit("a", "1");
    commit("a", "2");
    NotFoundException lacks =
        assertThrows(
            NotFoundException.class,
            () ->
                checkouts.paths(
                    first,
                    List.of(NodePath.of("code", "a"), NodePath.of("code", "b")),
                    HistoryFixture.TEST));
    assertTrue(lacks.getMessage().contains("code.b"), lacks.getMessage());
    assertEquals(Map.of("a", "2"), project.files());
  }
}
