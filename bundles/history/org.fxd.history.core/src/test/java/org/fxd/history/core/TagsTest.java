package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Annotation;
import org.fxd.history.api.ref.Tag;
import org.fxd.history.api.ref.Tags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagsTest {
  private static final Annotation SAID =
      new Annotation(
          "The first release\r\n\r\nWith all that.\n",
          HistoryFixture.ADA,
          OffsetDateTime.parse("2026-03-01T10:20:30.5+01:00"));

  private final HistoryFixture project = new HistoryFixture();
  private final Tags tags = project.history().refs().tags();
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

  private Tag create(String name, Commit at, Annotation said) {
    return tags.create(name, at, Optional.ofNullable(said), HistoryFixture.TEST);
  }

  @Test
  void aLightweightOneIsANameForACommit() {
    Tag tag = create("v1", first, null);
    assertEquals(new Tag("v1", first.id(), first.id(), Optional.empty()), tag);
    assertEquals(List.of(tag), tags.all());
    assertEquals(first, project.history().resolve("v1"));
  }

  @Test
  void anAnnotatedOneSaysWhoWhenAndWhy() {
    Tag tag = create("v1", first, SAID);
    assertNotEquals(first.id(), tag.object());
    assertEquals(first.id(), tag.commit());
    Annotation said = tag.annotation().orElseThrow();
    assertEquals("The first release\n\nWith all that.", said.message());
    assertEquals("The first release", said.summary());
    assertEquals(HistoryFixture.ADA, said.tagger());
    assertEquals(OffsetDateTime.parse("2026-03-01T10:20:30+01:00"), said.time());
    assertEquals(Optional.of(tag), tags.find("v1"));
  }

  @Test
  void whateverTakesACommitTakesAnAnnotatedTag() {
    create("v1", first, SAID);
    create("v2", second, SAID);
    assertEquals(first, project.history().resolve("v1"));
    assertEquals(first, project.history().resolve("v2~1"));
    assertEquals(first, project.history().resolve("refs/tags/v1"));
    assertEquals(second, project.history().resolve(second.id().toString().substring(0, 10)));
    project.history().checkout("v1", HistoryFixture.TEST);
    assertEquals(Optional.of(first), project.history().head());
  }

  @Test
  void itsCommitOutlivesTheBranchAndCollecting() {
    Tag tag = create("v1", second, SAID);
    var branches = project.history().refs().branches();
    branches.move(branches.get("main"), first, HistoryFixture.TEST);
    project.write("a", "3");
    project.commit("other");
    collect();
    // What was read before is remembered, and would be found though it is gone.
    assertEquals(second, new Commits(project.store()).get(tag.object()).commit());
    assertEquals("2", HistoryFixture.files(project.history().root(second)).get("a"));
    assertEquals(Optional.of(tag), tags.find("v1"));
    assertThrows(FxdException.class, () -> tags.delete(tag, HistoryFixture.TEST));
    tags.drop(tag, HistoryFixture.TEST);
    collect();
    assertEquals(Optional.empty(), tags.find("v1"));
  }

  @Test
  void aCheckFindsThatItsCommitIsLost() {
    create("v1", second, SAID);
    var branches = project.history().refs().branches();
    branches.move(branches.get("main"), first, HistoryFixture.TEST);
    project.write("a", "3");
    project.commit("other");
    collect();
    project.store().lose(second.id());
    var report = project.upkeep().check(CheckOptions.LOOK, Progress.NONE, Cancellation.none());
    assertEquals(
        List.of(Optional.of(second.id())),
        report.findings().stream().map(Finding::object).toList());
  }

  private void collect() {
    CollectOptions all = CollectOptions.DEFAULT.keeping(Duration.ZERO);
    project.upkeep().collect(all, Progress.NONE, Cancellation.none());
    var report = project.upkeep().check(CheckOptions.LOOK, Progress.NONE, Cancellation.none());
    assertEquals(List.of(), report.findings());
  }

  @Test
  void oneTakesThePlaceOfAnother() {
    Tag light = create("v1", first, null);
    assertThrows(FxdException.class, () -> create("v1", second, null));
    Tag said = tags.replace(light, second, Optional.of(SAID), HistoryFixture.TEST);
    assertEquals(second.id(), said.commit());
    assertThrows(
        ConflictException.class,
        () -> tags.replace(light, first, Optional.empty(), HistoryFixture.TEST));
    assertThrows(ConflictException.class, () -> tags.delete(light, HistoryFixture.TEST));
    tags.delete(said, HistoryFixture.TEST);
    assertEquals(List.of(), tags.all());
    assertThrows(NotFoundException.class, () -> tags.get("v1"));
  }

  @Test
  void namesAndMessagesAreChecked() {
    UsageException name = assertThrows(UsageException.class, () -> create("a..b", first, null));
    assertTrue(name.getMessage().contains("cannot name a tag: it holds '..'"), name.getMessage());
    create("v1", first, null);
    assertThrows(FxdException.class, () -> create("v1/x", first, null));
    Annotation blank = new Annotation(" \n", HistoryFixture.ADA, SAID.time());
    assertThrows(UsageException.class, () -> create("v2", first, blank));
    Annotation half = new Annotation("\ud800", HistoryFixture.ADA, SAID.time());
    assertThrows(UsageException.class, () -> create("v2", first, half));
    assertEquals(1, tags.all().size());
  }
}
