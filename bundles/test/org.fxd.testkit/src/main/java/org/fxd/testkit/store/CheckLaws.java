package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.Facts;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;

/** A check tells all there is; facts tell about how much that is. */
interface CheckLaws extends StoreUnderTest {
  @Test
  default void anEmptyStoreIsSound() {
    Notes notes = check(false);
    assertEquals(Map.of(), notes.types);
    assertEquals(Map.of(), notes.refs);
    assertEquals(List.of(), notes.problems);
  }

  @Test
  default void everyObjectIsTold() {
    List<ObjectType> types = List.of(ObjectType.values());
    List<Sample> all = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      ObjectType type = types.get(i % types.size());
      all.add(Samples.of(type, ("object " + i + ' ').repeat(1 + i % 50)));
    }
    for (int size : new int[] {0, 1 << 20, (1 << 20) + 1, 2_500_000}) {
      all.add(Samples.noise(size, size));
    }
    write(all.subList(0, 300));
    write(all.subList(300, all.size()));
    moveRef(REF, Hash.ZERO, all.get(0).hash());
    moveRef("other", Hash.ZERO, all.get(1).hash());
    assertTold(all, check(false));
    assertTold(all, check(true));
    try (Compaction compaction = store().compact()) {
      all.forEach(sample -> compaction.keep(sample.hash()));
      for (ObjectType type : ObjectType.values()) {
        compaction.pack(
            type,
            all.stream().filter(each -> each.type() == type).map(Sample::hash).distinct().toList());
      }
      compaction.finish(() -> {});
    }
    assertTold(all, check(false));
    if (lasts()) {
      reopen();
      assertTold(all, check(true));
      all.forEach(this::assertPresent);
    }
  }

  @Test
  default void whatIsSealedIsNoProblem() {
    write(List.of(ONE));
    try (Batch batch = store().begin()) {
      TWO.putInto(batch);
      batch.ref(REF, Hash.ZERO, TWO.hash());
      batch.seal();
    }
    Notes notes = check(false);
    assertEquals(List.of(), notes.problems);
    assertTrue(notes.types.containsKey(ONE.hash()));
    store().checkpoint();
    assertPresent(TWO);
  }

  @Test
  default void whoAsksACheckToStopIsHeard() {
    write(List.of(ONE, TWO, THREE));
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Notes notes = new Notes();
    assertThrows(
        CancelledException.class, () -> store().check(false, notes, Progress.NONE, cancellation));
    assertTold(List.of(ONE, TWO, THREE), check(true), Map.of());
  }

  @Test
  default void factsGrowAndShrinkWithTheContent() {
    Facts empty = plausible(store().facts());
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      samples.add(Samples.of(ObjectType.NODE, "node " + i));
    }
    samples.add(Samples.noise(1, 5_000_000));
    write(samples);
    store().checkpoint();
    Facts full = plausible(store().facts());
    assertTrue(full.bytes() >= empty.bytes() + 5_000_000, full + " after " + empty);
    assertTrue(full.objects() >= 500 && full.objects() <= 2_000, full.toString());
    store().compact().close();
    try (Compaction compaction = store().compact()) {
      compaction.keep(samples.get(0).hash());
      compaction.finish(() -> {});
    }
    Facts less = plausible(store().facts());
    assertTrue(less.objects() <= 500, less.toString());
    assertTrue(
        less.bytes() - less.freeBytes() <= full.bytes() - 4_000_000, less + " after " + full);
  }

  private static Facts plausible(Facts facts) {
    assertTrue(facts.bytes() >= 0, facts.toString());
    assertTrue(facts.freeBytes() >= 0 && facts.freeBytes() <= facts.bytes(), facts.toString());
    assertTrue(facts.objects() >= 0, facts.toString());
    assertTrue(facts.transactions() >= 0, facts.toString());
    return facts;
  }

  private void assertTold(List<Sample> all, Notes notes) {
    assertTold(all, notes, Map.of(REF, all.get(0).hash(), "other", all.get(1).hash()));
  }

  private static void assertTold(List<Sample> all, Notes notes, Map<String, Hash> refs) {
    assertEquals(List.of(), notes.problems);
    assertEquals(refs, notes.refs);
    for (Sample sample : all) {
      assertEquals(sample.type(), notes.types.get(sample.hash()));
      Optional<byte[]> bytes = notes.bytes.get(sample.hash());
      if (sample.type() == ObjectType.BLOB) {
        assertTrue(bytes.isEmpty(), "the content of a blob is not told");
      } else {
        assertArrayEquals(sample.bytes(), bytes.orElseThrow());
      }
    }
    assertEquals(all.stream().map(Sample::hash).distinct().count(), notes.types.size());
  }

  private Notes check(boolean repair) {
    Notes notes = new Notes();
    store().check(repair, notes, Progress.NONE, Cancellation.none());
    return notes;
  }

  /** Notes all that is told. */
  class Notes implements Inspector {
    private final Map<Hash, ObjectType> types = new HashMap<>();
    private final Map<Hash, Optional<byte[]>> bytes = new HashMap<>();
    private final Map<String, Hash> refs = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** What is wrong. */
    List<Problem> problems() {
      return problems;
    }

    @Override
    public void object(ObjectType type, Hash hash, Optional<byte[]> content) {
      types.put(hash, type);
      bytes.put(hash, content);
    }

    @Override
    public void ref(String name, Hash hash) {
      refs.put(name, hash);
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }
  }
}
