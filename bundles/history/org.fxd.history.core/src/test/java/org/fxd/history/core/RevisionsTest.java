package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Moments, operations and digits in revisions. */
class RevisionsTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T12:00:00Z");

  private final HistoryFixture project = new HistoryFixture();
  private final ProjectHistory history = project.history();

  @AfterEach
  void close() {
    project.close();
  }

  private Commit commit(String message, Instant time) {
    project.write("a", message);
    project.nextTime(time);
    return project.commit(message);
  }

  private Commit daily(int day) {
    return commit("day " + day, MARCH.plus(Duration.ofDays(day)));
  }

  /** As a person would see it who types that at some moment. */
  private Commit resolve(String text, Instant now) {
    project.readAt(now);
    return history.resolve(text);
  }

  @Test
  void whatWasCommittedByAMoment() {
    Commit first = daily(0);
    Commit second = daily(1);
    Commit third = daily(2);
    Map<String, Commit> meant = new HashMap<>();
    meant.put("main@{2026-03-03T12:00:00Z}", third);
    meant.put("main@{2026-03-03T11:59:59Z}", second);
    meant.put("@{2026-03-03}", second);
    meant.put("HEAD@{2026-03-03 13:59 +0200}", second);
    meant.put("2026-03-03", second);
    meant.put("2026-03-03 14:00", third); // The clock is two hours ahead of UTC.
    meant.put("2026-03-03T13:59", second);
    meant.put("2026-03-03-", first);
    meant.put("2026-03-03~1^0", first);
    meant.put("main@{2100-01-01}", third);
    meant.put("main@{2026-03-03}~", first);
    meant.put("main@{@1772452800}", second);
    meant.put(third.id().brief() + "@{2026-03-02}", first);
    meant.put("main@{1}@{2100-01-01}", second);
    meant.put("@-@{2100-01-01}", second);
    meant.put("main~1@{2026-03-02}", first);
    meant.put("2026-03-03@{2026-03-02}", first);
    meant.put("op:@@{2026-03-03}", second);
    meant.forEach((text, commit) -> assertEquals(commit, history.resolve(text), text));
    for (String early : List.of("main@{2026-02-28}", "2026-02-28", "@{@0}")) {
      NotFoundException none =
          assertThrows(NotFoundException.class, () -> history.resolve(early), early);
      assertTrue(none.getMessage().contains("2026-03-01"), none.getMessage());
    }
  }

  @Test
  void momentsAreToldFromNow() {
    Commit first = daily(0);
    Commit second = daily(1);
    Commit third = daily(2);
    Instant now = MARCH.plus(Duration.ofDays(2)).plusSeconds(3600);
    assertEquals(third, resolve("now", now));
    assertEquals(second, resolve("yesterday", now));
    assertEquals(second, resolve("main@{yesterday}", now));
    assertEquals(first, resolve("2.days.ago", now));
    assertEquals(first, resolve("@{2 days ago}", now));
    assertEquals(first, resolve("yesterday-", now));
    assertThrows(NotFoundException.class, () -> resolve("3 days ago", now));
  }

  @Test
  void onlyFirstParentsAreFollowedAndClocksMayBeWrong() {
    Commit base = daily(0);
    history.createBranch("side", base, HistoryFixture.TEST);
    Commit ours = daily(5);
    history.checkout("side", HistoryFixture.TEST);
    Commit theirs = daily(1);
    history.checkout("main", HistoryFixture.TEST);
    project.nextTime(MARCH.plus(Duration.ofDays(6)));
    Commit merge = project.merge("merge", ours, theirs);
    assertEquals(base, history.resolve("main@{2026-03-03}"));
    assertEquals(theirs, history.resolve("side@{2026-03-03}"));
    assertEquals(merge, history.resolve("main@{2026-03-08}"));
    Commit early = daily(2);
    assertEquals(early, history.resolve("main@{2026-03-04}"), "the newest, by its place");
  }

  @Test
  void aNameWinsOverDigitsAndBothOverAMoment() {
    Commit first = daily(0);
    Commit second = daily(1);
    assertEquals(second, history.resolve("2026-03-03"));
    history.createBranch("2026-03-03", first, HistoryFixture.TEST);
    assertEquals(first, history.resolve("2026-03-03"));
    assertEquals(second, history.resolve("@{2026-03-03}"));
    String digits = second.id().toString().substring(0, 8);
    assertEquals(second, history.resolve(digits));
    history.createBranch(digits, first, HistoryFixture.TEST);
    assertEquals(first, history.resolve(digits));
  }

  @Test
  void momentsThatAreNoneAreSaid() {
    daily(0);
    for (String none : List.of("main@{}", "@{soon}", "main@{-1}", "main@{2026-02-30}")) {
      UsageException no = assertThrows(UsageException.class, () -> history.resolve(none), none);
      assertTrue(no.getMessage().contains("no date"), no.getMessage());
    }
    NotFoundException unknown =
        assertThrows(NotFoundException.class, () -> history.resolve("mian@{2026-03-03}"));
    assertTrue(unknown.hint().orElse("").contains("main"), unknown.hint().toString());
    assertThrows(NotFoundException.class, () -> history.resolve("@1"));
  }

  @Test
  void anOperationMeansTheCommitCheckedOutAfterIt() {
    NotFoundException none = assertThrows(NotFoundException.class, () -> history.resolve("op:@"));
    assertTrue(none.hint().orElse("").contains("fxd:at op:"), none.hint().toString());
    Commit first = daily(0);
    Commit second = daily(1);
    history.checkout(first.id().toString(), HistoryFixture.TEST);
    String last = project.log().newest().id().brief();
    assertEquals(first, history.resolve("op:" + last));
    assertEquals(first, history.resolve("op:@"));
    assertEquals(second, history.resolve("op:@-"));
    assertEquals(first, history.resolve("op:@-~1"));
    assertEquals(second, history.resolve("op:@-^0"));
    assertThrows(NotFoundException.class, () -> history.resolve("op:@~1"));
    assertThrows(UsageException.class, () -> history.resolve("op:soon"));
    assertThrows(UsageException.class, () -> history.resolve("op:"));
    assertThrows(NotFoundException.class, () -> history.resolve("op:" + "f".repeat(64)));
  }

  @Test
  void theTreeOfAnOperationHoldsWorkThatWasNotCommitted() {
    Commit first = daily(0);
    project.write("a", "work");
    Operation work = project.log().newest();
    project.write("a", "more");
    String written = "op:" + work.id().brief();
    assertEquals("work", HistoryFixture.files(history.root(written)).get("a"));
    assertEquals("more", HistoryFixture.files(history.root("op:@")).get("a"));
    assertEquals("day 0", HistoryFixture.files(history.root(written + "^0")).get("a"));
    assertEquals(first.root(), history.root("@").hash());
    assertEquals(first.root(), history.root("main@{2100-01-01}").hash());
    assertEquals(first.root(), history.root(first.id().brief()).hash());
    assertThrows(UsageException.class, () -> history.root("op:soon"));
    assertThrows(NotFoundException.class, () -> history.root("nothing"));
  }

  @Test
  void checkoutsTakeAllForms() {
    Commit first = daily(0);
    Commit second = daily(1);
    for (String text : List.of("2026-03-02", "main@{2026-03-02}", "op:@-", ":/day 0")) {
      history.checkout("main", HistoryFixture.TEST);
      assertEquals(Optional.of(second), history.head());
      history.checkout(text, HistoryFixture.TEST);
      assertEquals(Optional.of(first), history.head(), text);
      assertEquals(Optional.empty(), history.branch(), text);
    }
  }

  @Test
  void digitsMayBeThoseOfACommitThatNothingLeadsToAnyMore() {
    daily(0);
    Commit old = daily(1);
    String digits = old.id().brief();
    Commit amended =
        history.amend(
            Amendment.by(HistoryFixture.ADA).withMessage("new"),
            Selection.none(),
            HistoryFixture.TEST);
    assertEquals(old, history.resolve(digits));
    assertEquals(amended, history.resolve(amended.id().brief()));
    project.write("a", "more");
    project.write("a", "yet more");
    CollectOptions all = CollectOptions.DEFAULT.keeping(Duration.ZERO);
    project.upkeep().collect(all, Progress.NONE, Cancellation.none());
    assertThrows(NotFoundException.class, () -> history.resolve(digits));
    assertEquals(amended, history.resolve(amended.id().brief()));
  }

  @Test
  void ofSeveralThatBeginAlikeThoseCountThatANameLeadsTo() {
    Map<String, Commit> byDigits = new HashMap<>();
    Commit base = daily(0);
    history.createBranch("other", base, HistoryFixture.TEST);
    Commit earlier = null;
    Commit later = null;
    for (int i = 1; later == null; i++) {
      Commit next = daily(i);
      earlier = byDigits.put(next.id().toString().substring(0, 4), next);
      later = earlier == null ? null : next;
    }
    String digits = later.id().toString().substring(0, 4);
    UsageException both = assertThrows(UsageException.class, () -> history.resolve(digits));
    assertTrue(both.getMessage().contains("2 commits"), both.getMessage());
    history.checkout("other", HistoryFixture.TEST);
    project
        .history()
        .refs()
        .branches()
        .reset(project.history().refs().branches().get("main"), earlier, HistoryFixture.TEST);
    assertEquals(earlier, history.resolve(digits));
    project
        .history()
        .refs()
        .branches()
        .reset(project.history().refs().branches().get("main"), base, HistoryFixture.TEST);
    assertThrows(UsageException.class, () -> history.resolve(digits), "nothing leads to either");
  }

  @Test
  void oneCommitOfManyIsFoundWithoutReadingTheRest() {
    Commit first = daily(0);
    for (int i = 1; i < 300; i++) {
      daily(i);
    }
    Commits fresh = new Commits(project.store());
    CommitDigits digits = new CommitDigits(fresh);
    project.store().lose(history.resolve("@~100").id());
    assertEquals(Optional.of(first), digits.find(project.workspace().state(), first.id().brief()));
  }

  @Test
  void whateverIsWrongIsSaid() {
    daily(0);
    for (String text : List.of("", "~1", "x".repeat(9000), "op:@@", "@{1", "main@{1}x", "a\0b")) {
      FxdException no = assertThrows(FxdException.class, () -> history.resolve(text));
      assertTrue(!no.getMessage().isBlank());
    }
  }
}
