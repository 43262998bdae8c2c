package org.fxd.graph.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ObserversTest {
  private static final Origin ME = new Origin("me", "test");
  private static final Duration LONG = Duration.ofSeconds(30);

  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final Workspace workspace = projects.createInMemory();
  private final Listeners<Observer> observers = projects.observers().listeners();
  private final List<Change> seen = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    projects.close();
  }

  private void observe(Observer observer) {
    observers.add(observer, 0, 0, Optional.empty());
  }

  private void change(int number) {
    workspace.change(
        ME,
        "change " + number,
        transaction ->
            transaction
                .root()
                .child(Name.of(Workspace.CODE))
                .childOrNew(Name.of("x"), Kind.GAP)
                .value(Value.of(number)));
  }

  @Test
  void everyChangeIsToldInOrderAndNeverTwoAtOnce() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    observe(
        (project, change) -> {
          assertEquals(1, inside.incrementAndGet());
          seen.add(change);
          inside.decrementAndGet();
        });
    for (int i = 0; i < 100; i++) {
      change(i);
    }
    assertTrue(workspace.awaitObservers(LONG));
    assertEquals(100, seen.size());
    for (int i = 0; i < 100; i++) {
      assertEquals("change " + i, seen.get(i).operation().description());
      assertEquals(1, seen.get(i).count());
    }
  }

  @Test
  void aFullQueueFoldsAndNothingIsLeftOut() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    observe(
        (project, change) -> {
          seen.add(change);
          first.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    change(0);
    first.await();
    int changes = ObserverQueue.CAPACITY + 50;
    for (int i = 1; i <= changes; i++) {
      change(i);
    }
    assertFalse(workspace.awaitObservers(Duration.ofMillis(20)));
    go.countDown();
    assertTrue(workspace.awaitObservers(LONG));
    assertEquals(ObserverQueue.CAPACITY + 1, seen.size());
    assertEquals(51, seen.get(seen.size() - 1).count());
    assertEquals("change " + changes, seen.get(seen.size() - 1).operation().description());
    for (int i = 1; i < seen.size(); i++) {
      assertEquals(seen.get(i - 1).after().operation(), seen.get(i).before().operation());
    }
    assertEquals(changes + 1, seen.stream().mapToInt(Change::count).sum());
  }

  @Test
  void aSlowOrBrokenObserverDelaysNobody() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Observer slow =
        (project, change) -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    observe(slow);
    observe(
        (project, change) -> {
          throw new IllegalStateException("an observer that is broken; the log says so");
        });
    CountDownLatch two = new CountDownLatch(2);
    observe((project, change) -> two.countDown());
    change(1);
    change(2);
    assertTrue(two.await(30, TimeUnit.SECONDS));
    assertFalse(workspace.awaitObservers(Duration.ofMillis(20)));
    end.countDown();
    assertTrue(workspace.awaitObservers(LONG));
  }

  @Test
  void observersComeAndGo() throws Exception {
    Observer observer = (project, change) -> seen.add(change);
    change(1);
    observe(observer);
    change(2);
    assertTrue(workspace.awaitObservers(LONG));
    observers.remove(observer);
    change(3);
    assertTrue(workspace.awaitObservers(LONG));
    assertEquals(1, seen.size());
    observers.add(observer, 0, 0, Optional.of("memory:99"));
    change(4);
    assertTrue(workspace.awaitObservers(LONG));
    assertEquals(1, seen.size());
    observers.add(observer, 0, 0, Optional.of(workspace.project()));
    change(5);
    assertTrue(workspace.awaitObservers(LONG));
    assertEquals(2, seen.size());
  }

  @Test
  void anObserverMayChangeTheProject() throws Exception {
    observe(
        (project, change) -> {
          seen.add(change);
          if (change.operation().description().equals("change 1")) {
            change(2);
          }
        });
    change(1);
    assertTrue(workspace.awaitObservers(LONG));
    assertTrue(workspace.awaitObservers(LONG));
    assertEquals(2, seen.size());
  }

  @Test
  void closingTellsOfTheLastChangesFirst() {
    observe((project, change) -> seen.add(change));
    change(1);
    projects.close(workspace);
    assertEquals(1, seen.size());
  }
}
