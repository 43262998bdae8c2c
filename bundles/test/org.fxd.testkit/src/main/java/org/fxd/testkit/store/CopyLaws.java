package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.HeldException;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;

/** Copies hold the same; who only reads changes nothing; who holds a file has it alone. */
interface CopyLaws extends StoreUnderTest {
  /** The key in the index that is in step with the reference here. */
  byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);

  @Test
  default void aCopyHoldsTheSame() throws IOException {
    if (!lasts()) {
      return;
    }
    List<Sample> all = fill();
    store().copyTo(copy(), false, Progress.NONE, Cancellation.none());
    write(List.of(TWO));
    moveRef(REF, ONE.hash(), TWO.hash());
    try (Store copy = provided().open(copy())) {
      assertHolds(copy, all);
      assertEquals(Optional.of(ONE.hash()), copy.ref(REF));
      assertInstanceOf(Lookup.Absent.class, copy.get(List.of(TWO.hash())).get(TWO.hash()));
      try (Batch batch = copy.begin()) {
        batch.ref(REF, ONE.hash(), THREE.hash());
        batch.commit();
      }
    }
    assertEquals(Optional.of(TWO.hash()), store().ref(REF));
  }

  @Test
  default void anOpenBatchIsNotCopied() {
    if (!lasts()) {
      return;
    }
    List<Sample> all = fill();
    try (Batch batch = store().begin()) {
      TWO.putInto(batch);
      batch.ref(REF, ONE.hash(), TWO.hash());
      store().copyTo(copy(), false, Progress.NONE, Cancellation.none());
      batch.commit();
    }
    try (Store copy = provided().open(copy())) {
      assertHolds(copy, all);
      assertEquals(Optional.of(ONE.hash()), copy.ref(REF));
    }
    assertPresent(TWO);
  }

  @Test
  default void aCopyIsOfOneMoment() throws Exception {
    if (!lasts()) {
      return;
    }
    write(List.of(Samples.noise(1, 4_000_000)));
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try {
      Future<?> writer =
          threads.submit(
              () -> {
                Hash last = Hash.ZERO;
                for (int i = 0; !done.get(); i++) {
                  Sample next = Samples.of(ObjectType.OPERATION, "operation " + i);
                  try (Batch batch = store().begin()) {
                    next.putInto(batch);
                    batch.index(KEY, next.hash().bytes());
                    batch.ref(REF, last, next.hash());
                    batch.commit();
                  }
                  last = next.hash();
                }
              });
      for (int i = 0; i < 5; i++) {
        store().copyTo(copy(), i > 0, Progress.NONE, Cancellation.none());
        try (Store copy = provided().open(copy())) {
          Optional<Hash> reference = copy.ref(REF);
          Optional<Hash> indexed = copy.index(index -> index.get(KEY)).map(Hash::of);
          assertEquals(reference, indexed);
          if (reference.isPresent()) {
            assertInstanceOf(
                Lookup.Present.class, copy.get(List.of(reference.get())).get(reference.get()));
          }
        }
      }
      done.set(true);
      writer.get(1, TimeUnit.MINUTES);
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  @Test
  default void aCopyTakesAPlaceOnlyIfAsked() throws IOException {
    if (!lasts()) {
      return;
    }
    List<Sample> all = fill();
    byte[] before = "what was there".getBytes(StandardCharsets.UTF_8);
    Files.write(copy(), before);
    assertThrows(
        FxdException.class,
        () -> store().copyTo(copy(), false, Progress.NONE, Cancellation.none()));
    assertArrayEquals(before, Files.readAllBytes(copy()));
    store().copyTo(copy(), true, Progress.NONE, Cancellation.none());
    try (Store copy = provided().open(copy())) {
      assertHolds(copy, all);
    }
  }

  @Test
  default void whatIsOpenIsNotReplaced() {
    if (!lasts()) {
      return;
    }
    List<Sample> all = fill();
    try (Store other = provided().create(copy())) {
      try (Batch batch = other.begin()) {
        TWO.putInto(batch);
        batch.commit();
      }
      assertThrows(
          FxdException.class,
          () -> store().copyTo(copy(), true, Progress.NONE, Cancellation.none()));
      assertInstanceOf(Lookup.Present.class, other.get(List.of(TWO.hash())).get(TWO.hash()));
    }
    assertThrows(
        FxdException.class,
        () -> store().copyTo(store().file().orElseThrow(), true, Progress.NONE, cancellation()));
    assertHolds(store(), all);
  }

  @Test
  default void aCopyThatIsStoppedLeavesNothing() throws IOException {
    if (!lasts()) {
      return;
    }
    List<Sample> all = fill();
    List<String> before = names();
    Cancellation cancelled = cancellation();
    cancelled.cancel();
    assertThrows(
        CancelledException.class, () -> store().copyTo(copy(), false, Progress.NONE, cancelled));
    assertEquals(before, names());
    Path nowhere = copy().resolve("no folder").resolve("copy.fxd");
    assertThrows(
        FxdException.class, () -> store().copyTo(nowhere, false, Progress.NONE, cancellation()));
    assertEquals(before, names());
    assertHolds(store(), all);
  }

  @Test
  default void whoOnlyReadsChangesNothing() throws IOException {
    if (!lasts()) {
      return;
    }
    List<Sample> all = fill();
    store().copyTo(copy(), false, Progress.NONE, Cancellation.none());
    byte[] before = Files.readAllBytes(copy());
    List<String> names = names();
    try (Store reading = provided().openToRead(copy())) {
      assertTrue(reading.isReadOnly());
      assertHolds(reading, all);
      assertEquals(names, names(), "nothing is written beside the file");
      assertThrows(StoreException.class, reading::begin);
      assertThrows(StoreException.class, reading::compact);
      reading.checkpoint();
      CheckLaws.Notes notes = new CheckLaws.Notes();
      reading.check(false, notes, Progress.NONE, Cancellation.none());
      assertTrue(reading.facts().objects() > 0);
    }
    assertArrayEquals(before, Files.readAllBytes(copy()));
    assertEquals(names, names());
  }

  @Test
  default void whatIsOpenHereIsNotOpenedAgain() {
    if (!lasts()) {
      return;
    }
    Path file = store().file().orElseThrow();
    HeldException open = assertThrows(HeldException.class, () -> provided().open(file));
    HeldException read = assertThrows(HeldException.class, () -> provided().openToRead(file));
    HeldException hold = assertThrows(HeldException.class, () -> provided().hold(file));
    assertTrue(open.isHere() && read.isHere() && hold.isHere());
    write(List.of(ONE));
    assertPresent(ONE);
  }

  @Test
  default void whoHoldsAFileHasItAlone() {
    if (!lasts()) {
      return;
    }
    try (Lease held = provided().hold(copy())) {
      assertThrows(FxdException.class, () -> provided().create(copy()));
      assertThrows(HeldException.class, () -> provided().hold(copy()));
      assertThrows(
          FxdException.class,
          () -> store().copyTo(copy(), true, Progress.NONE, Cancellation.none()));
      assertFalse(Files.exists(copy()));
      held.close();
      held.close();
    }
    List<Sample> all = fill();
    store().copyTo(copy(), false, Progress.NONE, Cancellation.none());
    try (Lease held = provided().hold(copy())) {
      assertThrows(HeldException.class, () -> provided().open(copy()));
    }
    try (Store copy = provided().open(copy())) {
      assertHolds(copy, all);
    }
  }

  @Test
  default void whatIsHeldIsOpenedByWhoHoldsItWithNobodyInBetween() {
    if (!lasts()) {
      return;
    }
    List<Sample> all = fill();
    Lease held = provided().hold(copy());
    assertThrows(FxdException.class, () -> provided().open(copy(), held, Progress.NONE));
    assertThrows(HeldException.class, () -> provided().hold(copy()), "still held");
    held.close();
    store().copyTo(copy(), false, Progress.NONE, Cancellation.none());
    Lease again = provided().hold(copy());
    try (Store copy = provided().open(copy(), again, Progress.NONE)) {
      again.close();
      assertThrows(HeldException.class, () -> provided().open(copy()), "it is the store's");
      assertHolds(copy, all);
      assertThrows(
          IllegalStateException.class, () -> provided().open(copy(), again, Progress.NONE));
    }
    try (Lease free = provided().hold(copy())) {
      again.close();
      assertThrows(HeldException.class, () -> provided().hold(copy()), "not given back twice");
    }
  }

  /** Writes objects of all types, moves {@link #REF} to {@link #ONE} and the index with it. */
  private List<Sample> fill() {
    List<Sample> all = new ArrayList<>(List.of(ONE, THREE));
    for (ObjectType type : ObjectType.values()) {
      all.add(Samples.of(type, "some " + type));
    }
    all.add(Samples.noise(2, 2_500_000));
    write(all);
    try (Batch batch = store().begin()) {
      batch.ref(REF, Hash.ZERO, ONE.hash());
      batch.index(KEY, ONE.hash().bytes());
      batch.commit();
    }
    return all;
  }

  private static void assertHolds(Store store, List<Sample> all) {
    for (Sample sample : all) {
      Lookup answer = store.get(List.of(sample.hash())).get(sample.hash());
      assertArrayEquals(sample.bytes(), assertInstanceOf(Lookup.Present.class, answer).bytes());
    }
    assertEquals(Optional.of(ONE.hash()), store.index(index -> index.get(KEY)).map(Hash::of));
  }

  private Path copy() {
    return folder().resolve("copy.fxd");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Cancellation cancellation() {
    return Cancellation.none();
  }
}
