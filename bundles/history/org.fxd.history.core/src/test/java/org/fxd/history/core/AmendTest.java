package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.Header;
import org.fxd.history.api.Person;
import org.fxd.history.api.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AmendTest {
  private static final Person BOB = new Person("Bob", "bob@example.org");

  private final HistoryFixture project = new HistoryFixture();

  @AfterEach
  void close() {
    project.close();
  }

  private Commit amend(Amendment amendment, Selection work) {
    return project.history().amend(amendment, work, HistoryFixture.TEST);
  }

  @Test
  void whatIsNotSaidStaysAsItWas() {
    project.write("a", "1");
    Commit first = project.commit("first");
    project.write("a", "2");
    CommitDraft draft =
        CommitDraft.of("second", HistoryFixture.ADA)
            .withAuthored(OffsetDateTime.parse("2020-02-03T04:05:06+05:30"))
            .withHeader(Header.of("ticket", "42"));
    Commit second = project.history().commit(draft, Selection.all(), HistoryFixture.TEST);
    project.write("a", "3");
    Hash work = project.workspace().root().hash();
    Commit amended = amend(Amendment.by(BOB), Selection.none());
    assertEquals(List.of(first.id()), amended.parents());
    assertEquals(second.root(), amended.root());
    assertEquals(second.message(), amended.message());
    assertEquals(second.author(), amended.author());
    assertEquals(second.authored(), amended.authored());
    assertEquals(second.headers(), amended.headers());
    assertEquals(BOB, amended.committer());
    assertEquals(Optional.of(amended), project.history().head());
    assertEquals(Optional.of("main"), project.history().branch());
    assertEquals(work, project.workspace().root().hash());
    assertEquals(second, project.history().commit(second.id()));
  }

  @Test
  void messageAuthorAndPartOfTheWorkAreTaken() {
    project.write("a", "1");
    project.write("b", "1");
    project.commit("first");
    project.write("a", "2");
    project.write("b", "2");
    Commit amended =
        amend(
            Amendment.by(HistoryFixture.ADA).withMessage("better").withAuthor(BOB),
            Selection.at(List.of(NodePath.of("code", "a"))));
    assertEquals("better", amended.message());
    assertEquals(BOB, amended.author());
    assertEquals(List.of(), amended.parents());
    assertEquals(Map.of("a", "2", "b", "1"), HistoryFixture.files(project.history().root(amended)));
    Commit all = amend(Amendment.by(HistoryFixture.ADA), Selection.all());
    assertEquals(project.workspace().root().hash(), all.root());
  }

  @Test
  void commitsThatFollowAreNotTouched() {
    project.write("a", "1");
    Commit first = project.commit("first");
    project.write("a", "2");
    Commit second = project.commit("second");
    project.history().createBranch("old", first, HistoryFixture.TEST);
    project.history().checkout("old", HistoryFixture.TEST);
    Commit amended = amend(Amendment.by(HistoryFixture.ADA).withMessage("other"), Selection.none());
    assertEquals(Map.of("main", second.id(), "old", amended.id()), project.history().branches());
    assertEquals(List.of(first.id()), second.parents());
  }

  @Test
  void whereThereIsNoCommitOrNoMessageNothingHappens() {
    project.write("a", "1");
    assertThrows(
        NotFoundException.class, () -> amend(Amendment.by(HistoryFixture.ADA), Selection.all()));
    Commit first = project.commit("first");
    assertThrows(
        UsageException.class,
        () -> amend(Amendment.by(HistoryFixture.ADA).withMessage(" "), Selection.all()));
    assertEquals(Optional.of(first), project.history().head());
  }
}
