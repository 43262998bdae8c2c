package org.fxd.source.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WeightedCacheTest {
  @Test
  void forgetsTheLeastUsedFirst() {
    AtomicInteger computed = new AtomicInteger();
    WeightedCache<Integer, Integer> cache = new WeightedCache<>(10, value -> 4);
    for (int key : new int[] {1, 2, 1, 3, 1, 2}) {
      cache.get(
          key,
          k -> {
            computed.incrementAndGet();
            return k;
          });
      assertEquals(true, cache.weight() <= 10);
    }
    // 1, 2 computed; 3 pushes 2 out; 2 again.
    assertEquals(4, computed.get());
  }

  @Test
  void aValueHeavierThanAllIsGivenButNotKept() {
    WeightedCache<String, String> cache = new WeightedCache<>(3, String::length);
    assertEquals("heavy", cache.get("k", k -> "heavy"));
    assertEquals(0, cache.weight());
  }

  @Test
  void aFailureIsNotRemembered() {
    WeightedCache<String, String> cache = new WeightedCache<>(10, String::length);
    assertThrows(
        IllegalStateException.class,
        () ->
            cache.get(
                "k",
                k -> {
                  throw new IllegalStateException("on purpose");
                }));
    assertEquals("v", cache.get("k", k -> "v"));
  }

  @Test
  void manyThreadsComputeOnce() throws Exception {
    WeightedCache<String, Integer> cache = new WeightedCache<>(10, value -> 1);
    AtomicInteger computed = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return cache.get("k", k -> computed.incrementAndGet());
                }));
      }
      start.countDown();
      for (Future<Integer> result : results) {
        assertEquals(1, result.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
