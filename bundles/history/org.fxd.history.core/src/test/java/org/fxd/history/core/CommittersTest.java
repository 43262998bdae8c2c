package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fxd.graph.api.NodePath;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.Selection;
import org.junit.jupiter.api.Test;

/** Several at once, each with files of their own. */
class CommittersTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 6;

  @Test
  void eightWhoCommitDifferentPartsLoseNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (HistoryFixture project = new HistoryFixture()) {
      project.write("begin", "0");
      Commit begin = project.commit("begin");
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        String file = "file" + i;
        all.add(threads.submit(() -> work(project, file)));
      }
      for (Future<?> each : all) {
        each.get();
      }
      Map<String, String> files = new HashMap<>(Map.of("begin", "0"));
      for (int i = 0; i < THREADS; i++) {
        files.put("file" + i, "round " + (ROUNDS - 1));
      }
      assertEquals(files, project.files());
      Commit head = project.history().head().orElseThrow();
      assertEquals(files, HistoryFixture.files(project.history().root(head)));
      Set<String> messages = new HashSet<>();
      Commit later = head;
      while (!later.equals(begin)) {
        assertEquals(1, later.parents().size());
        Commit earlier = project.history().commit(later.parents().get(0));
        // Each commit differs from the one before in the one file that its message names.
        Map<String, String> differing =
            new HashMap<>(HistoryFixture.files(project.history().root(later)));
        differing
            .entrySet()
            .removeAll(HistoryFixture.files(project.history().root(earlier)).entrySet());
        assertEquals(1, differing.size(), later.message());
        assertTrue(later.message().startsWith(differing.keySet().iterator().next() + " "));
        assertTrue(messages.add(later.message()));
        later = earlier;
      }
      assertEquals(THREADS * ROUNDS, messages.size());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Void work(HistoryFixture project, String file) {
    Selection own = Selection.at(List.of(NodePath.of("code", file)));
    for (int round = 0; round < ROUNDS; round++) {
      project.write(file, "round " + round);
      CommitDraft draft = CommitDraft.of(file + " " + round, HistoryFixture.ADA);
      project.history().commit(draft, own, HistoryFixture.TEST);
    }
    return null;
  }
}
