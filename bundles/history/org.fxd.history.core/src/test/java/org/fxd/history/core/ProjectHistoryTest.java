package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectHistoryTest {
  private final HistoryFixture project = new HistoryFixture();
  private final ProjectHistory history = project.history();

  @AfterEach
  void close() {
    project.close();
  }

  private List<String> log(Commit from) {
    List<String> messages = new ArrayList<>();
    history.log(from).forEach(commit -> messages.add(commit.message()));
    return messages;
  }

  private void checkout(String revision) {
    history.checkout(revision, HistoryFixture.TEST);
  }

  private void branch(String name, Commit at) {
    history.createBranch(name, at, HistoryFixture.TEST);
  }

  @Test
  void revisionsByMessageAndByWhereANameLed() {
    HistoryFixture it = project;
    it.write("a", "1");
    Commit one = it.commit("fix: the first - one ~ really");
    it.write("a", "2");
    Commit two = it.commit("second");
    assertEquals(one, it.history().resolve(":/the first"));
    assertEquals(one, it.history().resolve(":/first - one ~"));
    assertEquals(one, it.history().resolve("main@{1}"));
    assertEquals(one, it.history().resolve("@{1}"));
    assertEquals(two, it.history().resolve("main@{0}"));
    assertEquals(one, it.history().resolve("main@{0}-"));
    assertThrows(NotFoundException.class, () -> it.history().resolve(":/nothing says so"));
    assertThrows(NotFoundException.class, () -> it.history().resolve("main@{9}"));
    assertThrows(UsageException.class, () -> it.history().resolve("@{99999999999}"));
  }

  @Test
  void beforeTheFirstCommit() {
    assertEquals(Optional.empty(), history.head());
    assertEquals(Optional.of(History.FIRST_BRANCH), history.branch());
    assertEquals(Map.of(), history.branches());
    NotFoundException none = assertThrows(NotFoundException.class, () -> history.resolve("@"));
    assertTrue(none.hint().isPresent());
    assertThrows(NotFoundException.class, () -> history.resolve("main"));
  }

  @Test
  void aCommitIsTheWorkspaceWithWhoWhenAndWhy() {
    project.write("a", "1");
    project.nextTime(Instant.parse("2026-03-04T05:06:07.890Z"));
    Commit commit = project.commit("  first\r\n\r\nbody  \n");
    assertEquals(project.workspace().root().hash(), commit.root());
    assertEquals(List.of(), commit.parents());
    assertEquals(HistoryFixture.ADA, commit.author());
    assertEquals(HistoryFixture.ADA, commit.committer());
    assertEquals("2026-03-04T07:06:07+02:00", commit.authored().toString());
    assertEquals("first\n\nbody", commit.message());
    assertEquals("first", commit.summary());
    assertEquals(Optional.of(commit), history.head());
    assertEquals(Map.of("main", commit.id()), history.branches());
    assertEquals(commit, history.commit(commit.id()));
    assertEquals(Map.of("a", "1"), HistoryFixture.files(history.root(commit)));
  }

  @Test
  void eachCommitFollowsTheLast() {
    project.write("a", "1");
    Commit first = project.commit("first");
    project.write("a", "2");
    Commit second = project.commit("second");
    assertEquals(List.of(first.id()), second.parents());
    assertEquals(List.of("second", "first"), log(second));
    assertEquals(Map.of("a", "1"), HistoryFixture.files(history.root(first)));
  }

  @Test
  void nothingToCommit() {
    project.write("a", "1");
    Commit first = project.commit("first");
    Hash operation = project.workspace().state().operation();
    FxdException nothing = assertThrows(FxdException.class, () -> project.commit("again"));
    assertTrue(nothing.getMessage().contains(first.id().brief()), nothing.getMessage());
    assertEquals(1, nothing.category().exitCode());
    assertTrue(nothing.hint().isPresent());
    assertEquals(operation, project.workspace().state().operation());
  }

  @Test
  void anotherFormOfAFileIsNothingToCommit() {
    project.write("a", "1");
    project.commit("raw");
    project.writeScanned("a", "1");
    assertThrows(FxdException.class, () -> project.commit("scanned"));
    project.writeScanned("a", "2");
    project.commit("changed");
    project.rename("a", "b");
    project.commit("renamed");
  }

  @Test
  void aCommitNeedsAMessageAndAnAuthorThatAreText() {
    project.write("a", "1");
    assertThrows(UsageException.class, () -> project.commit(" \n\t "));
    assertThrows(UsageException.class, () -> project.commit("half \ud800"));
    Person broken = new Person("half \udc00", "");
    assertThrows(UsageException.class, () -> history.commit("m", broken, HistoryFixture.TEST));
  }

  @Test
  void aHookMayRefuseACommitAndNothingHappens() {
    project.write("a", "1");
    Hash operation = project.workspace().state().operation();
    project.hook(
        (before, after, origin) -> {
          if (!before.resolve(State.HEAD).equals(after.resolve(State.HEAD))) {
            throw new RefusedException("not on a Friday");
          }
        });
    RefusedException refused = assertThrows(RefusedException.class, () -> project.commit("m"));
    assertTrue(refused.getMessage().contains("not on a Friday"));
    assertEquals(4, refused.category().exitCode());
    assertEquals(Optional.empty(), history.head());
    assertEquals(operation, project.workspace().state().operation());
  }

  @Test
  void aHookMayRefuseACheckoutAndABranch() {
    project.write("a", "1");
    Commit first = project.commit("first");
    project.write("a", "2");
    project.commit("second");
    project.hook(
        (before, after, origin) -> {
          throw new RefusedException("no");
        });
    assertThrows(RefusedException.class, () -> checkout("@-"));
    assertThrows(RefusedException.class, () -> branch("side", first));
    assertEquals(Map.of("a", "2"), project.files());
    assertEquals(Set.of("main"), history.branches().keySet());
  }

  @Test
  void branchesGoTheirOwnWays() {
    project.write("a", "1");
    Commit first = project.commit("first");
    branch("side", first);
    checkout("side");
    assertEquals(Optional.of("side"), history.branch());
    project.write("b", "2");
    Commit side = project.commit("on side");
    checkout("main");
    assertEquals(Map.of("a", "1"), project.files());
    project.write("a", "3");
    Commit main = project.commit("on main");
    assertEquals(Map.of("main", main.id(), "side", side.id()), history.branches());
    checkout("side");
    assertEquals(Map.of("a", "1", "b", "2"), project.files());
    assertEquals(List.of("on side", "first"), log(history.head().get()));
  }

  @Test
  void aCommitByItself() {
    project.write("a", "1");
    Commit first = project.commit("first");
    project.write("a", "2");
    Commit second = project.commit("second");
    checkout("@-");
    assertEquals(Optional.empty(), history.branch());
    assertEquals(Optional.of(first), history.head());
    project.write("c", "3");
    Commit third = project.commit("by itself");
    assertEquals(List.of(first.id()), third.parents());
    assertEquals(Optional.of(third), history.head());
    assertEquals(Map.of("main", second.id()), history.branches());
    checkout("main");
    assertEquals(Optional.of(second), history.head());
    assertEquals(third, history.resolve(third.id().toString()));
  }

  @Test
  void checkingOutWhatIsCheckedOutChangesNothing() {
    project.write("a", "1");
    project.commit("first");
    project.write("a", "work");
    for (String revision : List.of("main", "@", "HEAD", "refs/heads/main")) {
      Change change = history.checkout(revision, HistoryFixture.TEST);
      assertEquals(0, change.count());
    }
    assertEquals(Map.of("a", "work"), project.files());
    assertEquals(Optional.of("main"), history.branch());
  }

  @Test
  void workThatIsNotCommittedFollows() {
    project.write("a", "1");
    project.write("b", "1");
    Commit first = project.commit("first");
    branch("side", first);
    project.write("a", "2");
    project.commit("second");
    project.write("b", "work");
    project.write("new", "work");
    checkout("side");
    assertEquals(Map.of("a", "1", "b", "work", "new", "work"), project.files());
    checkout("main");
    assertEquals(Map.of("a", "2", "b", "work", "new", "work"), project.files());
  }

  @Test
  void workThatContradictsIsKeptAndTheCheckoutRefused() {
    project.write("a", "1");
    Commit first = project.commit("first");
    branch("side", first);
    project.write("a", "2");
    project.commit("second");
    project.write("a", "work");
    State before = project.workspace().state();
    ConflictException conflict = assertThrows(ConflictException.class, () -> checkout("side"));
    assertEquals(3, conflict.category().exitCode());
    assertTrue(conflict.hint().isPresent());
    assertEquals(before.operation(), project.workspace().state().operation());
    assertEquals(Map.of("a", "work"), project.files());
  }

  @Test
  void theFormOfAFileIsNoWorkThatFollows() {
    project.write("a", "1");
    Commit first = project.commit("first");
    project.write("a", "2");
    Commit second = project.commit("second");
    project.writeScanned("a", "2");
    checkout(first.id().toString());
    assertEquals(first.root(), project.workspace().root().hash());
    checkout("main");
    assertEquals(second.root(), project.workspace().root().hash());
  }

  @Test
  void workFollowsOntoAnotherFormOfTheFileThatItWasDoneOn() {
    project.write("a", "1");
    project.write("b", "1");
    Commit raw = project.commit("raw");
    branch("side", raw);
    project.writeScanned("a", "1");
    project.write("b", "2");
    project.commit("scanned");
    checkout("side");
    project.writeScanned("a", "work");
    checkout("main");
    assertEquals(Map.of("a", "work", "b", "2"), project.files());
  }

  @Test
  void metadataWithinAFileAreWorkThoughItsTextIsTheSame() {
    project.write("a", "1");
    branch("side", project.commit("raw"));
    project.write("b", "1");
    project.commit("more");
    project.writeScanned("a", "1");
    project.mark("a");
    checkout("side");
    assertTrue(project.isMarked("a"));
    checkout("main");
    assertTrue(project.isMarked("a"));
    project.commit("marked");
    checkout("side");
    assertFalse(project.isMarked("a"));
    checkout("main");
    assertTrue(project.isMarked("a"));
  }

  @Test
  void branchNamesThatCannotStandBesideEachOther() {
    project.write("a", "1");
    Commit first = project.commit("first");
    branch("topic/x", first);
    assertThrows(FxdException.class, () -> branch("topic/x", first));
    assertThrows(FxdException.class, () -> branch("topic", first));
    assertThrows(FxdException.class, () -> branch("topic/x/y", first));
    assertThrows(FxdException.class, () -> branch("main", first));
    assertThrows(UsageException.class, () -> branch("a..b", first));
    branch("topic/y", first);
    branch("topics", first);
    assertEquals(
        List.of("main", "topic/x", "topic/y", "topics"), List.copyOf(history.branches().keySet()));
  }

  @Test
  void aBranchNeedsACommitOfThisProject() {
    project.write("a", "1");
    try (HistoryFixture other = new HistoryFixture()) {
      other.write("z", "other");
      Commit foreign = other.commit("foreign");
      assertThrows(NotFoundException.class, () -> branch("x", foreign));
      assertThrows(NotFoundException.class, () -> history.commit(foreign.id()));
      assertThrows(NotFoundException.class, () -> history.resolve(foreign.id().toString()));
    }
  }

  @Test
  void revisions() {
    project.write("a", "1");
    Commit first = project.commit("first");
    project.write("a", "2");
    Commit second = project.commit("second");
    project.write("a", "3");
    Commit third = project.commit("third");
    branch("wip-", first);
    project
        .workspace()
        .change(HistoryFixture.TEST, "tag", t -> t.ref(State.TAGS + "v1", Ref.to(second.id())));
    Map<String, Commit> meant =
        Map.ofEntries(
            Map.entry("@", third),
            Map.entry("HEAD", third),
            Map.entry("@-", second),
            Map.entry("@--", first),
            Map.entry("@~", second),
            Map.entry("@~2", first),
            Map.entry("main^", second),
            Map.entry("main^1~1", first),
            Map.entry("main^0", third),
            Map.entry("v1", second),
            Map.entry("v1-", first),
            Map.entry("refs/tags/v1", second),
            Map.entry("wip-", first),
            Map.entry(first.id().toString(), first),
            Map.entry(second.id().toString().substring(0, 10), second),
            Map.entry(
                third.id().toString().substring(0, 10).toUpperCase(Locale.ROOT) + "~2", first));
    meant.forEach((text, commit) -> assertEquals(commit, history.resolve(text), text));
  }

  @Test
  void revisionsThatMeanNothingSayWhatComesClose() {
    project.write("a", "1");
    Commit first = project.commit("first");
    branch("release/1", first);
    assertHint("mian", "main");
    assertHint("relase/1", "release/1");
    assertThrows(NotFoundException.class, () -> history.resolve("@-"));
    assertThrows(NotFoundException.class, () -> history.resolve("@^2"));
    assertThrows(NotFoundException.class, () -> history.resolve("@~3"));
    assertThrows(NotFoundException.class, () -> history.resolve("abcdef"));
    assertThrows(NotFoundException.class, () -> history.resolve("f".repeat(64)));
    assertThrows(UsageException.class, () -> history.resolve("main~x"));
    assertThrows(
        NotFoundException.class,
        () -> history.resolve(project.workspace().root().hash().toString()));
  }

  private void assertHint(String typed, String meant) {
    NotFoundException unknown = assertThrows(NotFoundException.class, () -> history.resolve(typed));
    assertTrue(unknown.getMessage().contains(typed), unknown.getMessage());
    assertTrue(unknown.hint().orElse("").contains(meant), unknown.hint().toString());
  }

  @Test
  void digitsThatSeveralIdsBeginWith() {
    Set<String> prefixes = new HashSet<>();
    String twice = null;
    for (int i = 0; twice == null; i++) {
      project.write("a", "" + i);
      String prefix = project.commit("" + i).id().toString().substring(0, 4);
      twice = prefixes.add(prefix) ? null : prefix;
    }
    String digits = twice;
    UsageException ambiguous = assertThrows(UsageException.class, () -> history.resolve(digits));
    assertTrue(ambiguous.hint().get().contains(digits), ambiguous.hint().get());
  }

  @Test
  void theLogGoesByParentsWhateverTheClocksSay() {
    for (int i = 0; i < 5; i++) {
      project.write("a", "" + i);
      project.nextTime(Instant.parse("2026-01-0" + (9 - i) + "T00:00:00Z"));
      project.commit("" + i);
    }
    assertEquals(List.of("4", "3", "2", "1", "0"), log(history.head().get()));
  }

  @Test
  void commitsOfManyAtOnceAllStandInOneLine() throws Exception {
    project.write("start", "");
    project.commit("start");
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> work = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        String name = "f" + t;
        work.add(pool.submit((Callable<Integer>) () -> commitSome(name)));
      }
      int made = 0;
      for (Future<Integer> future : work) {
        made += future.get();
      }
      List<String> log = log(history.head().get());
      assertEquals(made + 1, log.size());
      assertEquals(threads + 1, project.files().size());
    } finally {
      pool.shutdownNow();
    }
  }

  private int commitSome(String name) {
    int made = 0;
    for (int i = 0; i < 5; i++) {
      project.write(name, "" + i);
      try {
        project.commit(name + " " + i);
        made++;
      } catch (FxdException e) {
        // Another thread's commit took this change along.
        assertTrue(e.getMessage().startsWith("Nothing to commit"), e.getMessage());
      }
    }
    return made;
  }

  @Test
  void equalCommitsOfTwoProjectsHaveEqualIds() {
    project.write("a", "1");
    try (HistoryFixture other = new HistoryFixture()) {
      other.write("a", "1");
      assertEquals(project.commit("m"), other.commit("m"));
      project.write("a", "2");
      other.write("a", "3");
      assertNotEquals(project.commit("m").id(), other.commit("m").id());
    }
  }
}
