package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;

/** What goes in comes out. */
interface ObjectLaws extends StoreUnderTest {
  @Test
  default void anEmptyStoreHasNothing() {
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
    assertEquals(Optional.empty(), store().open(ONE.hash()));
    assertEquals(OptionalLong.empty(), store().size(ONE.hash()));
    assertEquals(Optional.empty(), store().ref(REF));
    assertFalse(store().isReadOnly());
  }

  @Test
  default void objectsOfEveryTypeComeBackAsTheyWere() {
    List<Sample> samples = new ArrayList<>();
    for (ObjectType type : ObjectType.values()) {
      samples.add(Samples.of(type, "small " + type));
      samples.add(Samples.of(type, ("long " + type + ' ').repeat(5_000)));
    }
    write(samples);
    for (Sample sample : samples) {
      assertPresent(sample);
    }
  }

  @Test
  default void blobsOfEverySizeComeBackAsTheyWere() throws IOException {
    int[] sizes = {
      0, 1, 47, 48, 49, 1023, 4096, 65_535, 65_537, 1 << 20, (1 << 20) + 1, (3 << 20) - 1, 3 << 20
    };
    List<Sample> samples = new ArrayList<>();
    for (int size : sizes) {
      samples.add(Samples.noise(size, size));
      samples.add(Samples.lines(size, size));
    }
    try (Batch batch = store().begin()) {
      for (Sample sample : samples) {
        Batch.Stored stored = batch.putBlob(sample.stream());
        assertEquals(new Batch.Stored(sample.hash(), sample.bytes().length), stored);
      }
      batch.commit();
    }
    for (Sample sample : samples) {
      assertPresent(sample);
      assertEquals(OptionalLong.of(sample.bytes().length), store().size(sample.hash()));
      assertArrayEquals(sample.bytes(), stream(sample.hash()));
    }
  }

  @Test
  default void aBlobIsTheSameHoweverItWasWritten() throws IOException {
    for (int size : new int[] {10, 100_000, 2_500_000}) {
      Sample put = Samples.lines(size, size);
      Sample streamed = Samples.lines(size + 1L, size);
      try (Batch batch = store().begin()) {
        put.putInto(batch);
        batch.putBlob(streamed.stream());
        batch.commit();
      }
      assertArrayEquals(put.bytes(), stream(put.hash()));
      assertPresent(put);
      assertPresent(streamed);
      try (Batch batch = store().begin()) {
        batch.putBlob(put.stream());
        streamed.putInto(batch);
        batch.commit();
      }
      assertPresent(put);
      assertPresent(streamed);
    }
  }

  @Test
  default void aStreamThatGivesLittleAtATimeIsReadToItsEnd() throws IOException {
    Sample sample = Samples.lines(3, 30_000);
    InputStream drops =
        new InputStream() {
          private final InputStream all = sample.stream();

          @Override
          public int read() throws IOException {
            return all.read();
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return all.read(target, offset, Math.min(length, 7));
          }
        };
    try (Batch batch = store().begin()) {
      assertEquals(sample.hash(), batch.putBlob(drops).hash());
      batch.commit();
    }
    assertArrayEquals(sample.bytes(), stream(sample.hash()));
  }

  @Test
  default void aLargeBlobPassesThrough() throws IOException {
    long size = 20L << 20;
    Hash expected = Samples.hashOf(Samples.stream(5, size));
    try (Batch batch = store().begin()) {
      assertEquals(new Batch.Stored(expected, size), batch.putBlob(Samples.stream(5, size)));
      batch.commit();
    }
    assertEquals(OptionalLong.of(size), store().size(expected));
    try (InputStream in = store().open(expected).orElseThrow()) {
      assertEquals(expected, Samples.hashOf(in));
    }
  }

  @Test
  default void aStreamMayBeLeftHalfRead() throws IOException {
    Sample sample = Samples.noise(8, 3_000_000);
    write(List.of(sample));
    for (int i = 0; i < 100; i++) {
      InputStream left = store().open(sample.hash()).orElseThrow();
      assertEquals(sample.bytes()[0] & 0xff, left.read());
    }
    assertArrayEquals(sample.bytes(), stream(sample.hash()));
  }

  @Test
  default void twoStreamsOfOneBlobDoNotDisturbEachOther() throws IOException {
    Sample sample = Samples.lines(9, 2_200_000);
    write(List.of(sample));
    try (InputStream first = store().open(sample.hash()).orElseThrow();
        InputStream second = store().open(sample.hash()).orElseThrow()) {
      byte[] start = first.readNBytes(1_500_000);
      assertArrayEquals(sample.bytes(), second.readAllBytes());
      assertArrayEquals(
          sample.bytes(), concat(start, first.readAllBytes()), "the rest of the first stream");
    }
  }

  @Test
  default void equalObjectsMayBeWrittenAgain() {
    write(List.of(ONE, ONE, TWO));
    write(List.of(TWO, ONE));
    Sample blob = Samples.noise(1, 2_000_000);
    write(List.of(blob, blob));
    write(List.of(blob));
    assertPresent(ONE);
    assertPresent(TWO);
    assertPresent(blob);
  }

  @Test
  default void aBlobMayHoldTheBytesOfANode() throws IOException {
    write(List.of(ONE));
    try (Batch batch = store().begin()) {
      assertEquals(ONE.hash(), batch.putBlob(ONE.stream()).hash());
      batch.commit();
    }
    assertPresent(ONE);
    assertArrayEquals(ONE.bytes(), stream(ONE.hash()));
  }

  @Test
  default void manyAreAskedForAtOnce() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      samples.add(Samples.of(i % 2 == 0 ? ObjectType.NODE : ObjectType.OPERATION, "sample " + i));
    }
    write(samples);
    List<Hash> hashes = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      hashes.add(samples.get(i).hash());
      hashes.add(Samples.of(ObjectType.NODE, "never written " + i).hash());
      hashes.add(samples.get(i / 2).hash());
    }
    Map<Hash, Lookup> answers = store().get(hashes);
    assertEquals(2 * samples.size(), answers.size());
    for (Sample sample : samples) {
      Lookup.Present present = assertInstanceOf(Lookup.Present.class, answers.get(sample.hash()));
      assertArrayEquals(sample.bytes(), present.bytes());
    }
    assertEquals(
        samples.size(), answers.values().stream().filter(Lookup.Absent.class::isInstance).count());
  }

  @Test
  default void askingForNothingIsAnswered() {
    assertEquals(Map.of(), store().get(List.of()));
  }

  @Test
  default void manyMoreThanFitIntoOneGroupAreWrittenAndRead() {
    Random random = new Random(17);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      samples.add(Samples.lines(i, 20 + random.nextInt(6_000)));
    }
    write(samples);
    Map<Hash, Lookup> answers = store().get(samples.stream().map(Sample::hash).toList());
    for (Sample sample : samples) {
      Lookup.Present present = assertInstanceOf(Lookup.Present.class, answers.get(sample.hash()));
      assertArrayEquals(sample.bytes(), present.bytes());
    }
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
