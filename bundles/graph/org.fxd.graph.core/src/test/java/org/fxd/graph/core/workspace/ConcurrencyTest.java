package org.fxd.graph.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ConcurrencyTest {
  private static final int WRITERS = 8;
  private static final int CHANGES = 30;
  private static final Name COUNTER = Name.of("counter");

  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final Workspace workspace = projects.createInMemory();
  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);

  @AfterEach
  void stop() {
    threads.shutdownNow();
    projects.close();
  }

  private static Origin origin(int writer) {
    return new Origin("writer " + writer, "test");
  }

  private static NodeBuilder code(Transaction transaction) {
    return transaction.root().child(Name.of(Workspace.CODE));
  }

  private static int count(Value counter) {
    return Integer.parseInt(counter.toString().split(" ")[0]);
  }

  /** Adds one to what all writers add to; does it again when another writer was faster. */
  private Change count(int writer) {
    while (true) {
      try {
        return workspace.change(
            origin(writer),
            "count",
            transaction -> {
              NodeBuilder counter = code(transaction).child(COUNTER);
              // Who counted is part of it: two changes that are alike would be taken as one.
              counter.value(Value.of(count(counter.value()) + 1 + " by " + writer));
            });
      } catch (ConflictException again) {
        assertTrue(again.getMessage().contains("counter"));
      }
    }
  }

  @Test
  void noUpdateIsLostAndEachIsInTheLogOnce() throws Exception {
    workspace.change(
        origin(0),
        "counter",
        transaction -> code(transaction).childOrNew(COUNTER, Kind.GAP).value(Value.of("0 by")));
    List<Future<List<Hash>>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      writers.add(threads.submit(() -> write(writer)));
    }
    Set<Hash> acknowledged = new HashSet<>();
    for (Future<List<Hash>> writer : writers) {
      acknowledged.addAll(writer.get());
    }
    Node code = workspace.root().child("code");
    assertEquals(WRITERS * CHANGES, count(code.child("counter").value()));
    for (int writer = 0; writer < WRITERS; writer++) {
      for (int change = 0; change < CHANGES; change++) {
        assertEquals(
            Value.of(change), code.child("writer " + writer).child("file " + change).value());
      }
    }
    Set<Hash> logged = new HashSet<>();
    Operation later = null;
    for (Operation operation : workspace.operations()) {
      assertTrue(logged.add(operation.id()));
      if (later != null) {
        int order = operation.time().compareTo(later.time());
        assertTrue(order < 0 || order == 0 && operation.counter() < later.counter());
        assertEquals(operation.after(), later.before());
      }
      later = operation;
    }
    assertTrue(logged.containsAll(acknowledged));
    assertEquals(2 * WRITERS * CHANGES, acknowledged.size());
    assertEquals(2 * WRITERS * CHANGES + 2, logged.size());
  }

  private List<Hash> write(int writer) {
    List<Hash> acknowledged = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      int change = i;
      acknowledged.add(
          workspace
              .change(
                  origin(writer),
                  "file",
                  transaction ->
                      code(transaction)
                          .childOrNew(Name.of("writer " + writer), Kind.FOLDER)
                          .childOrNew(Name.of("file " + change), Kind.GAP)
                          .value(Value.of(change)))
              .operation()
              .id());
      acknowledged.add(count(writer).operation().id());
    }
    return acknowledged;
  }

  @Test
  void anImportThatHasTheTurnDoesNotWaitForThoseWhoWaitForIt() throws Exception {
    int files = 20;
    CountDownLatch hasTheTurn = new CountDownLatch(1);
    CountDownLatch othersWait = new CountDownLatch(1);
    Future<Change> importing =
        threads.submit(
            () -> {
              try (Transaction transaction = workspace.begin(origin(99))) {
                for (int i = 0; i < files; i++) {
                  byte[] content = new byte[ProjectTransaction.SMALL + 1 + i];
                  new Random(i).nextBytes(content);
                  code(transaction)
                      .childOrNew(Name.of("imported " + i), Kind.FILE)
                      .value(Value.of(transaction.blob(new ByteArrayInputStream(content))));
                  hasTheTurn.countDown();
                  othersWait.await();
                }
                return transaction.commit("import");
              }
            });
    hasTheTurn.await();
    List<Future<Change>> edits = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      edits.add(
          threads.submit(
              () ->
                  workspace.change(
                      origin(writer),
                      "edit",
                      transaction ->
                          code(transaction).childOrNew(Name.of("edit " + writer), Kind.GAP))));
    }
    // Readers and transactions that write nothing are not held up.
    assertEquals(0, workspace.root().child("code").size());
    assertEquals(0, workspace.change(origin(0), "nothing", transaction -> {}).count());
    othersWait.countDown();
    assertEquals(1, importing.get().count());
    for (Future<Change> edit : edits) {
      assertEquals(1, edit.get().count());
    }
    assertEquals(files + WRITERS, workspace.root().child("code").size());
  }

  @Test
  void closingWakesWhoWaits() throws Exception {
    Transaction holder = workspace.begin(origin(0));
    holder.blob(new ByteArrayInputStream(new byte[ProjectTransaction.SMALL + 1]));
    CountDownLatch started = new CountDownLatch(1);
    Future<Boolean> waiting =
        threads.submit(
            () -> {
              try (Transaction transaction = workspace.begin(origin(1))) {
                code(transaction).childOrNew(Name.of("late"), Kind.GAP);
                started.countDown();
                transaction.commit("late");
                return true;
              } catch (IllegalStateException closed) {
                return false;
              }
            });
    started.await();
    projects.close(workspace);
    assertEquals(false, waiting.get());
    holder.close();
  }
}
