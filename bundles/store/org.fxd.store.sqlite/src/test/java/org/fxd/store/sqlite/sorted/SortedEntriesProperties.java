package org.fxd.store.sqlite.sorted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fxd.store.api.IndexReader;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overlay, runs and merges together are a sorted map. */
class SortedEntriesProperties {
  @TempDir Path folder;

  @Test
  void anIndexIsASortedMap() throws Exception {
    try (RunFile file = new RunFile(folder.resolve("index"))) {
      Property.seeded(11).runs(60).check(choices -> checkIndex(file, choices));
    }
  }

  @Test
  void everyEntryOfAKeyIsFoundWhereKeysRepeat() throws Exception {
    try (RunFile file = new RunFile(folder.resolve("objects"))) {
      Property.seeded(12).runs(40).check(choices -> checkObjects(file, choices));
    }
  }

  private static void checkIndex(RunFile file, Choices choices) throws Exception {
    file.undo();
    NavigableMap<byte[], byte[]> model = new TreeMap<>(Arrays::compareUnsigned);
    BlockCache cache = new BlockCache(choices.pick(List.of(0, 40_000, 1 << 20)));
    Overlay overlay = Overlay.EMPTY;
    for (int step = choices.below(12); step > 0; step--) {
      switch (choices.below(5)) {
        case 1 -> {
          file.write(Space.INDEX, overlay.all());
          overlay = Overlay.EMPTY;
        }
        case 2 -> merge(file, Space.INDEX, choices, cache);
        default -> overlay = overlay.with(edits(choices, model));
      }
      SortedEntries entries = file.entries(Space.INDEX, overlay, cache);
      assertSame(choices, model, new SortedReader(entries, RunFile.asking()));
    }
  }

  private static void checkObjects(RunFile file, Choices choices) throws Exception {
    file.undo();
    NavigableMap<byte[], List<byte[]>> model = new TreeMap<>(Arrays::compareUnsigned);
    BlockCache cache = new BlockCache(choices.pick(List.of(0, 40_000, 1 << 20)));
    for (int step = choices.below(8); step > 0; step--) {
      if (choices.chance(20)) {
        merge(file, Space.OBJECTS, choices, cache);
      } else {
        file.write(Space.OBJECTS, new ListCursor(places(choices, model)));
      }
      SortedEntries entries = file.entries(Space.OBJECTS, Overlay.EMPTY, cache);
      for (int i = 0; i < 20; i++) {
        byte[] key = hash(choices);
        List<byte[]> found = entries.all(key);
        assertEquals(sorted(model.getOrDefault(key, List.of())), sorted(found));
        assertArrayEquals(found.isEmpty() ? null : found.get(0), entries.get(key));
      }
    }
  }

  private static void merge(RunFile file, Space space, Choices choices, BlockCache cache)
      throws SQLException, DamagedException {
    List<Run> runs = file.table.list(space);
    if (!runs.isEmpty()) {
      int from = choices.below(runs.size());
      int to = choices.between(from + 1, runs.size());
      file.merge(space, new MergePolicy.Choice(runs.subList(from, to), to == runs.size()));
      runs.subList(from, to).forEach(run -> cache.forget(run.id()));
    }
  }

  private static List<Edit> edits(Choices choices, NavigableMap<byte[], byte[]> model) {
    List<Edit> edits = new ArrayList<>();
    int many = choices.chance(20) ? 3_000 : 30;
    for (int left = choices.below(many); left > 0; left--) {
      byte[] key = key(choices);
      boolean removes = choices.chance(30);
      byte[] value = removes ? null : value(choices);
      edits.add(new Edit(key, value));
      if (removes) {
        model.remove(key);
      } else {
        model.put(key, value);
      }
    }
    return Edit.inOrder(edits);
  }

  private static List<Edit> places(Choices choices, NavigableMap<byte[], List<byte[]>> model) {
    List<Edit> places = new ArrayList<>();
    int size = choices.between(1, 9);
    for (int left = choices.below(choices.chance(20) ? 4_000 : 40); left > 0; left--) {
      byte[] key = hash(choices);
      byte[] value = Arrays.copyOf(ByteBuffer.allocate(8).putLong(choices.number()).array(), size);
      places.add(new Edit(key, value));
      model.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }
    places.sort((a, b) -> Arrays.compareUnsigned(a.key(), b.key()));
    return places;
  }

  private static void assertSame(
      Choices choices, NavigableMap<byte[], byte[]> model, IndexReader index) {
    for (int i = 0; i < 10; i++) {
      byte[] key = key(choices);
      byte[] expected = model.get(key);
      byte[] found = index.get(key).orElse(null);
      assertArrayEquals(expected, found);
    }
    for (int i = 0; i < 3; i++) {
      byte[] from = choices.chance(30) ? new byte[0] : key(choices);
      byte[] to = choices.chance(30) ? new byte[0] : key(choices);
      var range = to.length == 0 ? model.tailMap(from) : range(model, from, to);
      var left = range.entrySet().iterator();
      int[] stop = {choices.chance(30) ? choices.below(50) : Integer.MAX_VALUE};
      boolean whole =
          index.scan(
              from,
              to,
              (key, value) -> {
                var next = left.next();
                assertArrayEquals(next.getKey(), key);
                assertArrayEquals(next.getValue(), value);
                if (stop[0] % 7 == 0) {
                  assertArrayEquals(value, index.get(key).orElseThrow());
                }
                return stop[0]-- > 0;
              });
      assertEquals(!whole, stop[0] < 0);
      assertTrue(!whole || !left.hasNext());
    }
  }

  private static NavigableMap<byte[], byte[]> range(
      NavigableMap<byte[], byte[]> model, byte[] from, byte[] to) {
    return Arrays.compareUnsigned(from, to) >= 0
        ? new TreeMap<>(Arrays::compareUnsigned)
        : model.subMap(from, true, to, false);
  }

  /** A key: of few that are likely to come again, or alike to many others, or any. */
  private static byte[] key(Choices choices) {
    if (choices.chance(10)) {
      byte[] key = choices.bytes(choices.chance(10) ? Edit.MAX_KEY : 6);
      return key.length == 0 ? new byte[] {0} : key;
    }
    byte[] key = new byte[choices.chance(80) ? 12 : 14];
    key[0] = 'T';
    key[3] = (byte) choices.below(3);
    key[10] = (byte) choices.below(256);
    key[11] = (byte) choices.below(8);
    return key;
  }

  private static byte[] value(Choices choices) {
    if (choices.chance(60)) {
      return new byte[0];
    }
    return choices.chance(1) ? new byte[choices.below(30_000)] : choices.bytes(30);
  }

  /** The first bytes of a hash, of which many are the same. */
  private static byte[] hash(Choices choices) {
    long hash = choices.below(3_000) * 0x9E3779B97F4A7C15L;
    return Arrays.copyOf(ByteBuffer.allocate(8).putLong(hash).array(), 6);
  }

  private static List<String> sorted(List<byte[]> values) {
    return values.stream().map(Arrays::toString).sorted().toList();
  }
}
