package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;

/** Many threads at once. */
interface ThreadLaws extends StoreUnderTest {
  @Test
  default void readersDoNotWaitForTheWriter() throws Exception {
    write(List.of(ONE));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Batch batch = store().begin()) {
      TWO.putInto(batch);
      List<Future<Lookup>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> get(ONE.hash())));
      }
      for (Future<Lookup> answer : answers) {
        assertInstanceOf(Lookup.Present.class, answer.get(1, TimeUnit.MINUTES));
      }
      batch.commit();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  default void whatAReferenceNamesIsThere() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<Integer> reader =
          () -> {
            int seen = 0;
            while (!done.get()) {
              Optional<Hash> now = store().ref(REF);
              if (now.isPresent()) {
                assertInstanceOf(Lookup.Present.class, get(now.get()));
                seen++;
              }
            }
            return seen;
          };
      List<Future<Integer>> readers =
          List.of(threads.submit(reader), threads.submit(reader), threads.submit(reader));
      Hash last = Hash.ZERO;
      for (int i = 0; i < 100; i++) {
        Sample next = Samples.of(ObjectType.OPERATION, "operation " + i);
        try (Batch batch = store().begin()) {
          next.putInto(batch);
          batch.ref(REF, last, next.hash());
          batch.commit();
        }
        last = next.hash();
      }
      done.set(true);
      for (Future<Integer> each : readers) {
        each.get();
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  @Test
  default void ofManyThatMoveAReferenceEachIsCounted() throws Exception {
    int writers = 4;
    int each = 25;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int number = writer;
        results.add(threads.submit(() -> append(number, each)));
      }
      for (Future<Integer> result : results) {
        result.get();
      }
    } finally {
      threads.shutdownNow();
    }
    int length = 0;
    Optional<Hash> at = store().ref(REF);
    while (at.isPresent()) {
      length++;
      Lookup.Present present = assertInstanceOf(Lookup.Present.class, get(at.get()));
      String text = new String(present.bytes(), StandardCharsets.UTF_8);
      String before = text.substring(text.lastIndexOf(' ') + 1);
      at = before.equals("none") ? Optional.empty() : Optional.of(Hash.parse(before));
    }
    assertEquals(writers * each, length);
  }

  private int append(int writer, int count) {
    int conflicts = 0;
    for (int i = 0; i < count; i++) {
      while (!tryAppend("writer " + writer + " step " + i)) {
        conflicts++;
      }
    }
    return conflicts;
  }

  private boolean tryAppend(String what) {
    Optional<Hash> before = store().ref(REF);
    Sample next =
        Samples.of(
            ObjectType.OPERATION, what + " after " + before.map(Hash::toString).orElse("none"));
    try (Batch batch = store().begin()) {
      next.putInto(batch);
      batch.ref(REF, before.orElse(Hash.ZERO), next.hash());
      batch.commit();
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }
}
