package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;

/** What is kept stays as it is, and the rest goes. */
interface CompactionLaws extends StoreUnderTest {
  @Test
  default void whatIsKeptStaysAndTheRestGoes() throws IOException {
    List<Sample> kept = new ArrayList<>();
    List<Sample> rest = new ArrayList<>();
    for (ObjectType type : ObjectType.values()) {
      for (int i = 0; i < 40; i++) {
        kept.add(Samples.of(type, ("kept " + type + i).repeat(i + 1)));
        rest.add(Samples.of(type, ("rest " + type + i).repeat(i + 1)));
      }
    }
    for (int size : new int[] {0, 60_000, 1 << 20, (1 << 20) + 1, 3_000_000}) {
      kept.add(Samples.noise(size, size));
      kept.add(Samples.lines(size, size + 1));
      rest.add(Samples.noise(size + 2L, size + 2));
    }
    write(kept);
    write(rest);
    moveRef(REF, Hash.ZERO, kept.get(0).hash());
    try (Batch batch = store().begin()) {
      batch.index("key".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2});
      batch.commit();
    }
    Compaction.Outcome outcome = collect(kept);
    assertEquals(kept.size(), outcome.kept());
    assertEquals(rest.size(), outcome.removed());
    assertAll(kept, rest);
    assertEquals(Optional.of(kept.get(0).hash()), store().ref(REF));
    assertArrayEquals(
        new byte[] {1, 2},
        store().index(i -> i.get("key".getBytes(StandardCharsets.UTF_8)).orElseThrow()));
    for (int i = 0; i < 2 && lasts(); i++) {
      reopen();
      assertAll(kept, rest);
      assertEquals(Optional.of(kept.get(0).hash()), store().ref(REF));
    }
  }

  @Test
  default void versionsOfOneThingComeBackAsTheyWere() {
    Map<ObjectType, List<Hash>> versions = new EnumMap<>(ObjectType.class);
    List<Sample> all = new ArrayList<>();
    for (ObjectType type : List.of(ObjectType.BLOB, ObjectType.NODE, ObjectType.CHUNK)) {
      StringBuilder text = new StringBuilder("first line\n".repeat(50));
      Random random = new Random(4);
      for (int i = 0; i < 300; i++) {
        text.insert(random.nextInt(text.length()), "line " + i + " of " + random.nextInt() + "\n");
        Sample sample = Samples.of(type, text.toString());
        all.add(sample);
        versions.computeIfAbsent(type, key -> new ArrayList<>()).add(0, sample.hash());
      }
    }
    write(all);
    for (int round = 0; round < 2; round++) {
      try (Compaction compaction = store().compact()) {
        all.forEach(sample -> compaction.keep(sample.hash()));
        versions.forEach(compaction::pack);
        compaction.finish(() -> {});
      }
      all.forEach(this::assertPresent);
    }
  }

  @Test
  default void objectsThatLeadToEachOtherComeBackAsTheyWere() {
    List<Sample> all = new ArrayList<>();
    List<Long> lineages = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      ObjectType type =
          List.of(ObjectType.NODE, ObjectType.CHUNK, ObjectType.COMMIT, ObjectType.OPERATION)
              .get(random.nextInt(4));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(Samples.of(type, "a thing that leads to ").bytes());
      for (int named = random.nextInt(6); named > 0 && i > 0; named--) {
        bytes.writeBytes(all.get(random.nextInt(i)).hash().bytes());
      }
      bytes.write(i);
      bytes.write(i >> 8);
      all.add(new Sample(type, bytes.toByteArray()));
      lineages.add((long) random.nextInt(9));
    }
    write(all);
    for (int round = 0; round < 2; round++) {
      try (Compaction compaction = store().compact()) {
        all.forEach(sample -> compaction.keep(sample.hash()));
        for (int i = 0; i < all.size(); i++) {
          compaction.pack(all.get(i).type(), lineages.get(i), all.get(i).hash());
        }
        compaction.finish(() -> {});
      }
      all.forEach(this::assertPresent);
    }
  }

  @Test
  default void largeVersionsOfOneThingComeBackAsTheyWere() throws IOException {
    List<Sample> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(Samples.lines(7, (1 << 20) - 2 + i));
      all.add(Samples.lines(7, 2_500_000 + i));
    }
    write(all);
    collect(all);
    for (Sample sample : all) {
      assertPresent(sample);
      assertArrayEquals(sample.bytes(), stream(sample.hash()));
    }
  }

  @Test
  default void anObjectIsMarkedOnce() {
    write(List.of(ONE, TWO));
    try (Compaction compaction = store().compact()) {
      assertTrue(compaction.keep(ONE.hash()));
      assertFalse(compaction.keep(ONE.hash()));
      assertTrue(compaction.keep(TWO.hash()));
      compaction.pack(ObjectType.NODE, List.of(ONE.hash()));
      assertFalse(compaction.keep(ONE.hash()));
    }
  }

  @Test
  default void whatIsKeptAndNotPackedStaysToo() {
    Sample large = Samples.noise(2, 2_000_000);
    write(List.of(ONE, TWO, THREE, large));
    try (Compaction compaction = store().compact()) {
      compaction.keep(ONE.hash());
      compaction.keep(TWO.hash());
      compaction.keep(large.hash());
      compaction.pack(ObjectType.NODE, List.of(TWO.hash()));
      compaction.finish(() -> {});
    }
    assertAll(List.of(ONE, TWO, large), List.of(THREE));
  }

  @Test
  default void whatIsNotThereIsPassedOver() {
    write(List.of(ONE, THREE));
    try (Compaction compaction = store().compact()) {
      compaction.keep(ONE.hash());
      compaction.keep(TWO.hash());
      compaction.pack(ObjectType.NODE, List.of(TWO.hash(), ONE.hash()));
      compaction.finish(() -> {});
    }
    assertAll(List.of(ONE), List.of(TWO, THREE));
    write(List.of(TWO));
    assertPresent(TWO);
  }

  @Test
  default void anUnfinishedCompactionRemovesNothing() {
    Sample large = Samples.lines(2, 2_000_000);
    List<Sample> all = List.of(ONE, TWO, THREE, large);
    write(all);
    Compaction compaction = store().compact();
    compaction.keep(ONE.hash());
    compaction.keep(large.hash());
    compaction.pack(ObjectType.NODE, List.of(ONE.hash()));
    compaction.pack(ObjectType.BLOB, List.of(large.hash()));
    compaction.close();
    compaction.close();
    all.forEach(this::assertPresent);
    collect(List.of(TWO));
    assertAll(List.of(TWO), List.of(ONE, THREE, large));
  }

  @Test
  default void anUnfinishedCompactionIsForgottenWithItsStore() {
    if (!lasts()) {
      return;
    }
    write(List.of(ONE, TWO));
    try (Compaction compaction = store().compact()) {
      compaction.keep(ONE.hash());
      compaction.pack(ObjectType.NODE, List.of(ONE.hash()));
      reopen();
    }
    assertAll(List.of(ONE, TWO), List.of());
    collect(List.of(TWO));
    assertAll(List.of(TWO), List.of(ONE));
  }

  @Test
  default void oneCompactionAtATime() {
    write(List.of(ONE, TWO));
    try (Compaction first = store().compact()) {
      first.keep(ONE.hash());
      assertThrows(StoreException.class, () -> store().compact());
      first.finish(() -> {});
    }
    assertAll(List.of(ONE), List.of(TWO));
    store().compact().close();
    collect(List.of());
    assertAll(List.of(), List.of(ONE, TWO));
  }

  @Test
  default void streamsThatWereOpenedBeforeReadOn() throws IOException {
    Sample kept = Samples.noise(8, 3_000_000);
    Sample gone = Samples.noise(9, 3_000_000);
    write(List.of(kept, gone));
    try (InputStream stays = store().open(kept.hash()).orElseThrow();
        InputStream goes = store().open(gone.hash()).orElseThrow()) {
      byte[] head = stays.readNBytes(10);
      byte[] other = goes.readNBytes(10);
      collect(List.of(kept));
      assertArrayEquals(kept.bytes(), concat(head, stays.readAllBytes()));
      try {
        assertArrayEquals(gone.bytes(), concat(other, goes.readAllBytes()));
      } catch (IOException e) {
        assertFalse(e.getMessage().isBlank(), "an honest end is as good as the content");
      }
    }
    assertAll(List.of(kept), List.of(gone));
  }

  @Test
  default void spaceIsGivenBack() {
    Sample kept = Samples.noise(8, 1_500_000);
    write(List.of(kept, Samples.noise(9, 5_000_000)));
    Compaction.Outcome outcome = collect(List.of(kept));
    assertTrue(outcome.bytesBefore() >= 6_500_000, "before: " + outcome.bytesBefore());
    assertTrue(outcome.bytesAfter() >= 1_500_000, "after: " + outcome.bytesAfter());
    assertTrue(
        outcome.bytesAfter() <= outcome.bytesBefore() - 4_000_000,
        outcome.bytesAfter() + " after, of " + outcome.bytesBefore());
  }

  @Test
  default void whatWentCanBeWrittenAgain() throws IOException {
    Sample large = Samples.lines(3, 2_000_000);
    List<Sample> all = List.of(ONE, TWO, THREE, large, Samples.noise(5, 10));
    for (int round = 0; round < 3; round++) {
      write(all);
      assertAll(all, List.of());
      collect(List.of());
      assertAll(List.of(), all);
    }
    write(List.of(large));
    assertArrayEquals(large.bytes(), stream(large.hash()));
  }

  @Test
  default void anEmptyStoreCompacts() {
    Compaction.Outcome outcome = collect(List.of());
    assertEquals(0, outcome.kept());
    assertEquals(0, outcome.removed());
    write(List.of(ONE));
    assertPresent(ONE);
  }

  @Test
  default void anyMixOfObjectsOutlastsManyCompactions() {
    Random random = new Random(21);
    List<ObjectType> types = List.of(ObjectType.values());
    List<Sample> there = new ArrayList<>();
    List<Sample> gone = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      for (int batch = 0; batch < 5; batch++) {
        List<Sample> more = new ArrayList<>();
        for (int i = random.nextInt(200); i >= 0; i--) {
          String text = round + " " + batch + " " + i + " ";
          ObjectType type = types.get(random.nextInt(types.size()));
          more.add(Samples.of(type, text.repeat(1 + random.nextInt(60))));
        }
        write(more);
        there.addAll(more);
      }
      List<Sample> kept = new ArrayList<>();
      for (Sample sample : there) {
        (random.nextInt(3) > 0 ? kept : gone).add(sample);
      }
      Compaction.Outcome outcome = collect(kept);
      assertEquals(kept.size(), outcome.kept());
      assertEquals(there.size() - kept.size(), outcome.removed());
      there = kept;
      assertAll(there, gone);
    }
  }

  /** Keeps and packs some objects, each type as one lineage, and finishes. */
  default Compaction.Outcome collect(List<Sample> kept) {
    Map<ObjectType, List<Hash>> lineages = new EnumMap<>(ObjectType.class);
    try (Compaction compaction = store().compact()) {
      for (Sample sample : kept) {
        if (compaction.keep(sample.hash())) {
          lineages.computeIfAbsent(sample.type(), type -> new ArrayList<>()).add(sample.hash());
        }
      }
      lineages.forEach(compaction::pack);
      return compaction.finish(() -> {});
    }
  }

  /** Asserts that some objects are there as they were written, and others are not. */
  default void assertAll(List<Sample> there, List<Sample> gone) {
    List<Hash> hashes = new ArrayList<>();
    there.forEach(sample -> hashes.add(sample.hash()));
    gone.forEach(sample -> hashes.add(sample.hash()));
    Map<Hash, Lookup> answers = store().get(hashes);
    for (Sample sample : there) {
      Lookup.Present present = assertInstanceOf(Lookup.Present.class, answers.get(sample.hash()));
      assertArrayEquals(sample.bytes(), present.bytes());
    }
    for (Sample sample : gone) {
      assertInstanceOf(Lookup.Absent.class, answers.get(sample.hash()));
    }
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
