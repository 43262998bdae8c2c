package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.HistoryTopics;
import org.fxd.history.api.Selection;
import org.fxd.history.core.HistoryFixture.Posted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryEventsTest {
  private final HistoryFixture project = new HistoryFixture();
  private Commit first;

  @BeforeEach
  void begin() throws InterruptedException {
    project.write("a", "1");
    first = project.commit("first");
    project.events();
  }

  @AfterEach
  void close() {
    project.close();
  }

  private List<String> topics() throws InterruptedException {
    return project.events().stream().map(Posted::topic).toList();
  }

  @Test
  void aCommitIsTold() throws InterruptedException {
    project.write("a", "2");
    assertEquals(List.of(), topics());
    Commit second = project.commit("second\n\nbody");
    List<Posted> told = project.events();
    assertEquals(2, told.size());
    assertEquals(HistoryTopics.BRANCH_MOVED, told.get(0).topic());
    Map<String, String> moved = told.get(0).properties();
    assertEquals("main", moved.get(HistoryTopics.BRANCH));
    assertEquals("refs/heads/main", moved.get(HistoryTopics.REF));
    assertEquals(first.id().toString(), moved.get(HistoryTopics.FROM));
    assertEquals(second.id().toString(), moved.get(HistoryTopics.TO));
    assertEquals(project.workspace().project(), moved.get(HistoryTopics.PROJECT));
    assertEquals("test", moved.get(HistoryTopics.SOURCE));
    assertEquals(HistoryTopics.COMMITTED, told.get(1).topic());
    Map<String, String> committed = told.get(1).properties();
    assertEquals(second.id().toString(), committed.get(HistoryTopics.COMMIT));
    assertEquals("second", committed.get(HistoryTopics.SUMMARY));
    assertEquals(HistoryFixture.ADA.toString(), committed.get(HistoryTopics.AUTHOR));
    assertEquals("main", committed.get(HistoryTopics.BRANCH));
    assertFalse(committed.containsKey(HistoryTopics.REPLACED));
  }

  @Test
  void anAmendedCommitSaysWhatItReplaced() throws InterruptedException {
    project
        .history()
        .amend(
            Amendment.by(HistoryFixture.ADA).withMessage("better"),
            Selection.none(),
            HistoryFixture.TEST);
    List<Posted> told = project.events();
    assertEquals(HistoryTopics.COMMITTED, told.get(1).topic());
    assertEquals(first.id().toString(), told.get(1).properties().get(HistoryTopics.REPLACED));
  }

  @Test
  void goingBackIsAMoveAndNoCommit() throws InterruptedException {
    project.write("a", "2");
    project.commit("second");
    project.events();
    set("refs/heads/main", Ref.to(first.id()));
    assertEquals(List.of(HistoryTopics.BRANCH_MOVED), topics());
  }

  @Test
  void onlyWhatMakesACommitSaysSo() throws InterruptedException {
    project.write("a", "2");
    Commit second = project.commit("second");
    project.events();
    project.log().undo(HistoryFixture.TEST);
    project.log().redo(HistoryFixture.TEST);
    assertEquals(Optional.of(second), project.history().head());
    set("refs/heads/main", Ref.to(first.id()));
    set("refs/heads/main", Ref.to(second.id()));
    assertEquals(Set.of(HistoryTopics.BRANCH_MOVED), Set.copyOf(topics()));
  }

  @Test
  void undoingAnAmendmentMakesNoCommit() throws InterruptedException {
    project
        .history()
        .amend(
            Amendment.by(HistoryFixture.ADA).withMessage("better"),
            Selection.none(),
            HistoryFixture.TEST);
    project.events();
    project.log().undo(HistoryFixture.TEST);
    project.log().redo(HistoryFixture.TEST);
    assertEquals(List.of(HistoryTopics.BRANCH_MOVED, HistoryTopics.BRANCH_MOVED), topics());
  }

  @Test
  void aMergeIsACommitAndAFastForwardIsNone() throws InterruptedException {
    project.history().createBranch("side", first, HistoryFixture.TEST);
    project.history().checkout("side", HistoryFixture.TEST);
    project.write("a", "2");
    Commit side = project.commit("side");
    project.history().checkout("main", HistoryFixture.TEST);
    project.events();
    set("refs/heads/main", Ref.to(side.id()));
    assertEquals(List.of(HistoryTopics.BRANCH_MOVED), topics());
    set("refs/heads/main", Ref.to(first.id()));
    project.events();
    Commit merge = project.merge("merge", first, side);
    List<Posted> told = project.events();
    assertEquals(2, told.size());
    assertEquals(HistoryTopics.COMMITTED, told.get(1).topic());
    assertEquals(merge.id().toString(), told.get(1).properties().get(HistoryTopics.COMMIT));
  }

  @Test
  void ofChangesFoldedIntoOneEachCommitIsTold() {
    State before = project.workspace().state();
    project.write("a", "2");
    Commit second = project.commit("second");
    project.history().createBranch("aside", second, HistoryFixture.TEST);
    project.write("a", "3");
    Commit third = project.commit("third");
    State after = project.workspace().state();
    Operation last = project.workspace().operations().iterator().next();
    project.write("a", "4");
    project.commit("fourth");
    assertEquals(List.of(second.id(), third.id()), committed(new Change(before, after, last, 5)));
    assertEquals(List.of(third.id()), committed(new Change(before, after, last, 2)));
  }

  /** The commits that are told of a change. */
  private List<Hash> committed(Change change) {
    List<Hash> told = new ArrayList<>();
    HistoryEvents events =
        new HistoryEvents(
            new Commits(project.store()),
            (topic, properties) -> {
              if (topic.equals(HistoryTopics.COMMITTED)) {
                told.add(Hash.parse(properties.get(HistoryTopics.COMMIT)));
              }
            });
    events.changed(project.workspace(), change);
    return told;
  }

  @Test
  void branchesTagsAndTheStashAreTold() throws InterruptedException {
    project.history().createBranch("side", first, HistoryFixture.TEST);
    assertEquals(List.of(HistoryTopics.BRANCH_MOVED), topics());
    set(State.TAGS + "v1", Ref.to(first.id()));
    List<Posted> tagged = project.events();
    assertEquals(HistoryTopics.TAG_MOVED, tagged.get(0).topic());
    assertEquals("v1", tagged.get(0).properties().get(HistoryTopics.TAG));
    assertFalse(tagged.get(0).properties().containsKey(HistoryTopics.FROM));
    project.write("a", "2");
    project.stash().push("", Selection.all(), HistoryFixture.ADA, HistoryFixture.TEST);
    assertEquals(List.of(HistoryTopics.STASH_CHANGED), topics());
  }

  @Test
  void aCheckoutIsTold() throws InterruptedException {
    project.write("a", "2");
    Commit second = project.commit("second");
    project.events();
    project.history().checkout("@-", HistoryFixture.TEST);
    Posted alone = project.events().get(0);
    assertEquals(HistoryTopics.CHECKED_OUT, alone.topic());
    assertEquals(second.id().toString(), alone.properties().get(HistoryTopics.FROM));
    assertEquals(first.id().toString(), alone.properties().get(HistoryTopics.TO));
    assertFalse(alone.properties().containsKey(HistoryTopics.BRANCH));
    project.history().checkout("main", HistoryFixture.TEST);
    assertEquals("main", project.events().get(0).properties().get(HistoryTopics.BRANCH));
  }

  @Test
  void aHeadByItselfMovesByCommitsAndByCheckouts() throws InterruptedException {
    project.history().checkout(first.id().toString(), HistoryFixture.TEST);
    project.events();
    project.write("a", "2");
    Commit second = project.commit("second");
    List<Posted> told = project.events();
    assertEquals(HistoryTopics.COMMITTED, told.get(0).topic());
    assertFalse(told.get(0).properties().containsKey(HistoryTopics.BRANCH));
    project.history().checkout(first.id().toString(), HistoryFixture.TEST);
    project.events();
    project.history().checkout(second.id().toString(), HistoryFixture.TEST);
    assertEquals(List.of(HistoryTopics.CHECKED_OUT), topics());
  }

  private void set(String name, Ref target) {
    project.workspace().change(HistoryFixture.TEST, "set", t -> t.ref(name, target));
  }
}
