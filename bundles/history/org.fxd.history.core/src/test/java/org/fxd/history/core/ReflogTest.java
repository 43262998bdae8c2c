package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.RefMove;
import org.fxd.history.api.ref.Reflog;
import org.fxd.history.api.ref.Target;
import org.fxd.history.api.ref.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReflogTest {
  private final HistoryFixture project = new HistoryFixture();
  private final ProjectRefs refs = project.history().refs();
  private final Reflog reflog = refs.reflog();
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

  private List<RefMove> moves(String name) {
    List<RefMove> moves = new ArrayList<>();
    reflog.moves(name).forEach(moves::add);
    return moves;
  }

  private void checkout(String revision) {
    project.history().checkout(revision, HistoryFixture.TEST);
  }

  @Test
  void eachMoveSaysFromWhereToWhereByWhomAndWhy() {
    List<RefMove> moves = moves("main");
    assertEquals(2, moves.size());
    RefMove last = moves.get(0);
    assertEquals("refs/heads/main", last.ref());
    assertEquals(Optional.of(first.id()), last.before().commit());
    assertEquals(Optional.of(second.id()), last.after().commit());
    assertEquals("commit: second", last.operation().description());
    assertEquals(HistoryFixture.TEST, last.operation().origin());
    assertEquals(Optional.empty(), moves.get(1).before().written());
    assertEquals(moves, moves("refs/heads/main"));
  }

  @Test
  void theHeadMovesWithItsBranchAndWithCheckouts() {
    refs.branches().create("same", second, HistoryFixture.TEST);
    checkout("same");
    checkout(first.id().toString());
    List<RefMove> moves = moves("@");
    assertEquals(5, moves.size(), "made, first, second, on the other branch, detached");
    assertEquals(Optional.of(Ref.to(first.id())), moves.get(0).after().written());
    assertEquals(moves.get(1).before().commit(), moves.get(1).after().commit());
    assertEquals(Optional.of(Ref.to("refs/heads/same")), moves.get(1).after().written());
  }

  @Test
  void whatIsGoneHasMovedToo() {
    refs.branches().create("gone", first, HistoryFixture.TEST);
    refs.branches().delete(refs.branches().get("gone"), HistoryFixture.TEST);
    refs.tags().create("also", first, Optional.empty(), HistoryFixture.TEST);
    refs.tags().delete(refs.tags().get("also"), HistoryFixture.TEST);
    assertEquals(2, moves("gone").size());
    assertEquals("refs/tags/also", moves("also").get(0).ref());
    assertEquals(Optional.of(first.id()), moves("also").get(0).before().commit());
    assertEquals(List.of(), moves("never"));
  }

  @Test
  void allMovesOfAnOperationComeByTheirNames() {
    refs.checkouts()
        .to(new Target.NewBranch("x", Optional.empty()), Work.FOLLOWS, HistoryFixture.TEST);
    Iterator<RefMove> all = reflog.moves().iterator();
    assertEquals("HEAD", all.next().ref());
    assertEquals("refs/heads/x", all.next().ref());
    assertEquals("HEAD", all.next().ref());
    assertEquals("refs/heads/main", all.next().ref());
  }

  @Test
  void countsBack() {
    assertEquals(Optional.of(second.id()), reflog.at("main", 0));
    assertEquals(Optional.of(first.id()), reflog.at("main", 1));
    assertEquals(Optional.of(first.id()), reflog.at("HEAD", 1));
    assertEquals(Optional.empty(), reflog.at("main", 2));
    NotFoundException more = assertThrows(NotFoundException.class, () -> reflog.at("main", 3));
    assertTrue(more.getMessage().contains("2 moves only"), more.getMessage());
    assertThrows(NotFoundException.class, () -> reflog.at("never", 1));
    assertEquals(Optional.empty(), reflog.at("never", 0));
    assertThrows(UsageException.class, () -> reflog.at("main", -1));
  }

  @Test
  void anAnnotatedTagStandsAtItsCommit() {
    var said = new org.fxd.history.api.ref.Annotation("m", HistoryFixture.ADA, first.authored());
    refs.tags().create("v1", first, Optional.of(said), HistoryFixture.TEST);
    assertEquals(Optional.of(first.id()), moves("v1").get(0).after().commit());
    assertEquals(Optional.of(first.id()), reflog.at("v1", 0));
  }

  @Test
  void editsAreReadOverWithoutTheirTrees() {
    for (int i = 0; i < 200; i++) {
      project.write("b" + i, "" + i);
    }
    assertEquals(second.id(), moves("main").get(0).after().commit().orElseThrow());
    assertEquals(
        Optional.of(first.id()), reflog.moves(State.HEAD).iterator().next().before().commit());
  }

  @Test
  void whatWasCheckedOutBefore() {
    assertEquals(Optional.empty(), refs.checkouts().previous());
    refs.branches().create("x", first, HistoryFixture.TEST);
    checkout("x");
    project.write("c", "1");
    project.commit("third");
    assertEquals(Optional.of("main"), refs.checkouts().previous());
    refs.checkouts().to(new Target.Previous(), Work.FOLLOWS, HistoryFixture.TEST);
    assertEquals(Optional.of("main"), project.history().branch());
    assertEquals(Optional.of("x"), refs.checkouts().previous());
    refs.branches().rename(refs.branches().get("main"), "trunk", HistoryFixture.TEST);
    assertEquals(Optional.of("x"), refs.checkouts().previous(), "a former name is none");
    checkout(first.id().toString());
    checkout("trunk");
    assertEquals(Optional.of(first.id().toString()), refs.checkouts().previous());
  }
}
