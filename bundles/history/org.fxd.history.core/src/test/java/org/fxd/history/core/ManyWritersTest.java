package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Branch;
import org.fxd.history.api.ref.RefMove;
import org.fxd.history.api.ref.Target;
import org.fxd.history.api.ref.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Eight write, commit, make branches and tags, and switch, while a ninth collects: every commit is
 * reached by the name it was made under, every edit is in some commit or in the work, and the
 * project is sound.
 */
class ManyWritersTest {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 25;

  private final HistoryFixture project = new HistoryFixture();
  private final ProjectRefs refs = project.history().refs();
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void close() {
    project.close();
  }

  /** What one writer did. */
  private record Done(Map<String, String> written, List<Commit> commits) {}

  @Test
  void nothingIsLostWhileManyWorkAndOneCollects() throws Exception {
    project.write("start", "");
    project.commit("start");
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1);
    try {
      List<Future<Done>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int number = i;
        writers.add(pool.submit(() -> write(number)));
      }
      Future<Integer> collector = pool.submit((Callable<Integer>) this::collectAllTheTime);
      List<Done> done = new ArrayList<>();
      for (Future<Done> writer : writers) {
        done.add(writer.get());
      }
      over.set(true);
      assertTrue(collector.get() > 0);
      checkNothingIsLost(done);
    } finally {
      over.set(true);
      pool.shutdownNow();
    }
  }

  private int collectAllTheTime() {
    CollectOptions all = CollectOptions.DEFAULT.keeping(Duration.ZERO);
    int count = 0;
    while (!over.get()) {
      project.upkeep().collect(all, Progress.NONE, Cancellation.none());
      count++;
    }
    return count;
  }

  /** Works on a file of its own, for which nobody can contradict it. */
  private Done write(int number) {
    Random random = new Random(number);
    Map<String, String> written = new HashMap<>();
    List<Commit> commits = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String file = "f" + number + "-" + round;
      retried(() -> project.write(file, file));
      written.put(file, file);
      retried(() -> commits.addAll(commit(file)));
      switch (random.nextInt(4)) {
        case 0 -> switchTo(new Target.NewBranch("b" + number + "-" + round, Optional.empty()));
        case 1 -> switchTo(new Target.Revision(anyBranch(random)));
        case 2 -> refs.tags().create(file, last(commits), Optional.empty(), HistoryFixture.TEST);
        default -> switchTo(new Target.Revision("main"));
      }
    }
    return new Done(written, commits);
  }

  private Commit last(List<Commit> commits) {
    return commits.isEmpty() ? project.history().resolve("main") : commits.get(commits.size() - 1);
  }

  private String anyBranch(Random random) {
    List<Branch> all = refs.branches().all();
    return all.get(random.nextInt(all.size())).name();
  }

  private List<Commit> commit(String message) {
    try {
      return List.of(project.commit(message));
    } catch (ConflictException e) {
      throw e;
    } catch (FxdException e) {
      // Another's commit took this change along.
      assertTrue(e.getMessage().startsWith("Nothing to commit"), e.getMessage());
      return List.of();
    }
  }

  private void switchTo(Target target) {
    retried(() -> refs.checkouts().to(target, Work.FOLLOWS, HistoryFixture.TEST));
  }

  /** Whoever loses a race is told so, and tries again. */
  private static void retried(Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (ConflictException | NotFoundException e) {
        Thread.onSpinWait();
      }
    }
  }

  private Map<String, String> files(Commit commit) {
    return HistoryFixture.files(project.history().root(commit));
  }

  private void checkHolds(Map<String, String> files, Hash earlier) {
    Set<String> lost = new HashSet<>(files(project.history().commit(earlier)).keySet());
    lost.removeAll(files.keySet());
    assertEquals(Set.of(), lost);
  }

  private void checkNothingIsLost(List<Done> done) {
    Set<Hash> reached = new HashSet<>();
    Map<String, String> found = new HashMap<>(project.files());
    for (Branch branch : refs.branches().all()) {
      for (Commit commit : project.history().log(project.history().commit(branch.commit()))) {
        if (reached.add(commit.id())) {
          Map<String, String> files = files(commit);
          found.putAll(files);
          // Nobody removes anything: what a commit lacks of its parent's was turned back by
          // mistake.
          commit.parents().forEach(parent -> checkHolds(files, parent));
        }
      }
    }
    for (Done one : done) {
      one.written().forEach((file, text) -> assertEquals(text, found.get(file), file));
      one.commits().forEach(commit -> assertTrue(reached.contains(commit.id()), commit::message));
    }
    checkHolds(project.files(), project.history().head().orElseThrow().id());
    int made = done.stream().mapToInt(one -> one.commits().size()).sum();
    assertEquals(made + 1, reached.size());
    int moves = 0;
    for (RefMove move : refs.reflog().moves()) {
      moves += move.after().commit().isPresent() ? 1 : 0;
    }
    assertTrue(moves > 0);
    var report = project.upkeep().check(CheckOptions.LOOK, Progress.NONE, Cancellation.none());
    assertEquals(List.of(), report.findings());
  }
}
