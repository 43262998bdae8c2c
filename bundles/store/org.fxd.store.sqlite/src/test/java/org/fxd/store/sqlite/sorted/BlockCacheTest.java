package org.fxd.store.sqlite.sorted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fxd.store.sqlite.Connections;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.store.sqlite.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of blocks. */
class BlockCacheTest {
  private static final int THREADS = 4;

  @TempDir Path folder;

  @Test
  void whatWasUsedOfLateIsKept() throws DamagedException {
    Block block = block();
    BlockCache cache = new BlockCache(200L * block.weight());
    for (int id = 0; id < 1_000; id++) {
      cache.keep(1, id, block);
      assertSame(block, cache.block(1, 0), "used all the time");
      assertTrue(cache.bytes() <= 200L * block.weight(), "never more than it may");
    }
    assertNull(cache.block(1, 1), "not used for long");
    assertSame(block, cache.block(1, 999));
    assertNull(cache.block(2, 999), "of another run");
  }

  @Test
  void whatIsForgottenTakesNoRoom() throws DamagedException {
    Block block = block();
    BlockCache cache = new BlockCache(100L * block.weight());
    for (int id = 0; id < 20; id++) {
      cache.keep(1, id, block);
      cache.keep(2, id, block);
    }
    Fence fence = new Fence(List.of(new byte[] {1}), new long[] {1});
    cache.keep(1, fence);
    cache.forget(1);
    assertNull(cache.block(1, 3));
    assertNull(cache.fence(1));
    assertNotNull(cache.block(2, 3));
    cache.forget(2);
    assertEquals(0, cache.bytes());
  }

  @Test
  void theSameBlockTwiceCountsOnce() throws DamagedException {
    Block block = block();
    BlockCache cache = new BlockCache(100L * block.weight());
    cache.keep(1, 1, block);
    cache.keep(1, 1, block);
    assertEquals(block.weight(), cache.bytes());
  }

  @Test
  void fencesHaveRoomOfTheirOwn() {
    List<byte[]> firsts = new ArrayList<>();
    for (byte i = 0; i < 100; i++) {
      firsts.add(new byte[] {i});
    }
    Fence fence = new Fence(firsts, new long[100]);
    BlockCache cache = new BlockCache(16L * fence.weight());
    for (int run = 0; run < 50; run++) {
      cache.keep(run, fence);
      assertSame(fence, cache.fence(run), "the newest");
      assertTrue(cache.bytes() <= 4L * fence.weight());
    }
    BlockCache small = new BlockCache(4L * fence.weight());
    small.keep(1, fence);
    assertNull(small.fence(1));
  }

  @Test
  void manyThreadsFindWhatIsThere() throws Exception {
    List<Edit> places = Entries.places(9, 30_000, 4);
    List<Edit> terms = Entries.terms(9, 20_000);
    Path path = folder.resolve("file");
    try (RunFile file = new RunFile(path)) {
      for (int i = 0; i < 3; i++) {
        file.write(Space.OBJECTS, new ListCursor(everyThird(places, i)));
        file.write(Space.INDEX, new ListCursor(everyThird(terms, i)));
      }
      file.commit();
      BlockCache cache = new BlockCache(150_000);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          int seed = i;
          futures.add(
              threads.submit(
                  () -> {
                    try (Statements statements = Connections.reader(path)) {
                      read(new Random(seed), statements, cache, places, terms);
                    }
                    return null;
                  }));
        }
        for (Future<?> future : futures) {
          future.get();
        }
      } finally {
        threads.shutdownNow();
      }
      assertTrue(cache.bytes() > 0 && cache.bytes() <= 150_000, cache.bytes() + " are kept");
    }
  }

  private static void read(
      Random random, Statements statements, BlockCache cache, List<Edit> places, List<Edit> terms)
      throws Exception {
    RunTable table = new RunTable(statements);
    Blocks blocks = new Blocks(statements, cache);
    List<Run> runs = table.list(Space.INDEX);
    SortedEntries objects =
        new SortedEntries(Space.OBJECTS, Overlay.EMPTY, table.list(Space.OBJECTS), blocks);
    SortedEntries index = new SortedEntries(Space.INDEX, Overlay.EMPTY, runs, blocks);
    for (int i = 0; i < 800; i++) {
      Edit place = places.get(random.nextInt(places.size()));
      assertTrue(
          objects.all(place.key()).stream().anyMatch(any -> Arrays.equals(any, place.value())));
      Edit term = terms.get(random.nextInt(terms.size()));
      assertArrayEquals(term.value(), index.get(term.key()));
      if (random.nextInt(100) == 0) {
        cache.forget(runs.get(random.nextInt(runs.size())).id());
      }
    }
  }

  private static List<Edit> everyThird(List<Edit> entries, int from) {
    List<Edit> some = new ArrayList<>();
    for (int i = from; i < entries.size(); i += 3) {
      some.add(entries.get(i));
    }
    return some;
  }

  private static Block block() throws DamagedException {
    return BlockForm.read(Entries.block(Entries.terms(1, 50)), Space.INDEX);
  }
}
