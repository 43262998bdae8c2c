package org.fxd.plugin.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration NEVER = Duration.ofHours(1);

  private final Loop loop = new Loop("test-loop");
  private final Workers workers = new Workers(loop, "test-work", 1);
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    loop.close(System.nanoTime());
    workers.close(System.nanoTime());
  }

  private void run(String name, Duration deadline, Runnable work) {
    loop.execute(
        () ->
            workers.run(
                work, deadline, () -> told.add(name + " late"), () -> told.add(name + " done")));
  }

  private String next() throws InterruptedException {
    return String.valueOf(told.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void oneAfterTheOther() throws Exception {
    run("a", NEVER, () -> {});
    run("b", NEVER, () -> {});
    assertEquals("a done", next());
    assertEquals("b done", next());
  }

  @Test
  void whoeverIsLateLosesItsPlace() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    run("deaf", SOON, () -> awaitDeaf(free));
    run("next", NEVER, () -> {});
    assertEquals("deaf late", next());
    assertEquals("next done", next());
    free.countDown();
    assertEquals("deaf done", next());
  }

  @Test
  void whoeverIsLateIsInterrupted() throws Exception {
    run(
        "sleeper",
        SOON,
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            told.add("interrupted");
          }
        });
    Set<String> first = new TreeSet<>();
    first.add(next());
    first.add(next());
    assertEquals(Set.of("sleeper late", "interrupted"), first);
    assertEquals("sleeper done", next());
  }

  @Test
  void anErrorInATaskIsAnEndToo() throws Exception {
    loop.execute(
        () -> {
          throw new IllegalStateException("logged, and the loop goes on");
        });
    run("a", NEVER, () -> {});
    assertEquals("a done", next());
    assertTrue(told.isEmpty());
  }

  private static void awaitDeaf(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
