package org.fxd.history.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fxd.history.core.HistoryFixture.ADA;
import static org.fxd.history.core.HistoryFixture.TEST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Commit;
import org.fxd.history.api.RefHook;
import org.fxd.history.api.intake.Intake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2020-02-03T04:05:06+02:00");

  private HistoryFixture fixture;
  private Commits commits;
  private ProjectIntakes intakes;

  @BeforeEach
  void setUp() {
    fixture = new HistoryFixture();
    commits = new Commits(fixture.store());
    intakes = new ProjectIntakes(fixture.workspace(), commits);
  }

  @AfterEach
  void tearDown() {
    fixture.close();
  }

  private Commit draft(String message, Hash... parents) {
    return new Commit(
        Hash.ZERO, Hash.ZERO, List.of(parents), ADA, TIME, ADA, TIME, message, List.of());
  }

  private Node root() {
    return fixture.workspace().root();
  }

  private Operation newest() {
    return fixture.workspace().operations().iterator().next();
  }

  @Test
  void commitsComeInAsTheyAreInOneOperation() {
    Operation before = newest();
    Commit second;
    try (Intake intake = intakes.begin(TEST)) {
      Commit first = intake.commit(draft("first"), root());
      intake.save();
      second = intake.commit(draft("second", first.id()), intake.root(first.id()));
      assertEquals(before.id(), newest().id(), "nothing shows before it is finished");
      Hash tip = second.id();
      intake.finish("import", transaction -> transaction.ref("refs/heads/in", Ref.to(tip)));
    }
    assertEquals(List.of(before.id()), newest().parents());
    assertEquals(second, fixture.history().resolve("in"));
    assertEquals(TIME, second.authored());
    assertEquals("first", fixture.history().resolve("in~1").message());
    assertEquals(2, commits.get(second.id()).generation());
  }

  @Test
  void aParentHasToBeThere() {
    try (Intake intake = intakes.begin(TEST)) {
      Hash nowhere = Hash.ofContent("nowhere".getBytes(UTF_8));
      assertThrows(NotFoundException.class, () -> intake.commit(draft("second", nowhere), root()));
      assertThrows(NotFoundException.class, () -> intake.root(nowhere));
      assertEquals(Set.of(), intake.known(List.of(nowhere)));
    }
  }

  @Test
  void whatIsTakenInIsKeptUntilItIsFinishedAndCollectedWhenItIsGivenUp() {
    fixture.write("a", "text");
    fixture.commit("mine");
    Hash taken;
    try (Intake intake = intakes.begin(TEST)) {
      Blob content = intake.blob(new ByteArrayInputStream("loose".getBytes(UTF_8)));
      intake.save();
      collect();
      assertEquals("loose", new String(content.bytes(), UTF_8));
      taken = intake.commit(draft("first"), root()).id();
      intake.save();
      collect();
      assertEquals("first", commits.get(taken).commit().message());
    }
    collect();
    assertThrows(NotFoundException.class, () -> new Commits(fixture.store()).get(taken));
  }

  @Test
  void whatIsLeftOfAnotherIntakeIsFoundAndKept() {
    fixture.write("a", "text");
    fixture.commit("mine");
    Hash left;
    try (Intake intake = intakes.begin(TEST)) {
      left = intake.commit(draft("left"), root()).id();
      intake.save();
    }
    try (Intake intake = intakes.begin(TEST)) {
      assertEquals(Set.of(left), intake.known(List.of(left)));
      collect();
      Commit next = intake.commit(draft("next", left), intake.root(left));
      intake.finish("import", it -> it.ref("refs/heads/in", Ref.to(next.id())));
    }
    assertEquals("left", fixture.history().resolve("in~1").message());
  }

  private void collect() {
    fixture
        .upkeep()
        .collect(new CollectOptions(Duration.ZERO, false), Progress.NONE, Cancellation.none());
  }

  /** Others write between two pieces, and before the last operation. */
  @Test
  void othersWriteMeanwhile() throws Exception {
    try (Intake intake = intakes.begin(TEST)) {
      Commit first = intake.commit(draft("first"), root());
      Future<?> other = later(() -> fixture.write("mine", "text"));
      intake.save();
      other.get(30, TimeUnit.SECONDS);
      intake.commit(draft("second", first.id()), root());
      intake.finish("import", it -> it.ref("refs/heads/in", Ref.to(first.id())));
    }
    assertEquals(Map.of("mine", "text"), fixture.files());
    assertEquals("first", fixture.history().resolve("in").message());
  }

  private static Future<?> later(Runnable work) {
    FutureTask<?> task = new FutureTask<>(work, null);
    Thread thread = new Thread(task, "other");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  @Test
  void aHookMayRefuseWhatItLeadsTo() {
    fixture.hook(
        (RefHook)
            (move, origin) -> {
              throw new RefusedException("not now");
            },
        0);
    try (Intake intake = intakes.begin(TEST)) {
      Hash first = intake.commit(draft("first"), root()).id();
      assertThrows(
          RefusedException.class,
          () -> intake.finish("import", it -> it.ref("refs/heads/in", Ref.to(first))));
    }
    assertTrue(fixture.workspace().state().refs(State.BRANCHES).isEmpty());
  }

  @Test
  void aRemotesBranchIsARevision() {
    fixture.write("a", "text");
    Commit mine = fixture.commit("mine");
    fixture
        .workspace()
        .change(TEST, "remember", it -> it.ref(State.REMOTES + "origin/main", Ref.to(mine.id())));
    assertEquals(mine, fixture.history().resolve("origin/main"));
    assertEquals(mine, fixture.history().resolve("refs/remotes/origin/main"));
    NotFoundException unknown =
        assertThrows(NotFoundException.class, () -> fixture.history().resolve("origin/mian"));
    assertTrue(unknown.hint().orElse("").contains("origin/main"), unknown.toString());
  }
}
