package org.fxd.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;
import org.fxd.store.api.StoreProvider;
import org.fxd.testkit.store.StoreContract;
import org.junit.jupiter.api.Test;

/** The memory keeps the laws of a store, but for one: nothing lasts. */
class MemoryStoreTest extends StoreContract {
  @Override
  protected StoreProvider provider() {
    return new MemoryStores();
  }

  @Override
  protected boolean isLasting() {
    return false;
  }

  @Test
  void whatIsGoneCannotBeOpened() {
    assertEquals(Optional.empty(), store.file());
    assertThrows(NotFoundException.class, () -> new MemoryStores().open(file()));
    assertThrows(NotFoundException.class, () -> new MemoryStores().openToRead(file()));
    new MemoryStores().hold(file()).close();
  }

  @Test
  void noCopyIsMadeOfMemory() {
    FxdException refusal =
        assertThrows(
            FxdException.class,
            () -> store.copyTo(file(), true, Progress.NONE, Cancellation.none()));
    assertTrue(refusal.getMessage().contains("memory"), refusal.getMessage());
    assertFalse(Files.exists(file()));
  }

  /** So that whoever takes "sealed" for "durable" is found out. */
  @Test
  void whatIsSealedDoesNotShowUntilItIsAwaited() {
    Pending pending;
    try (Batch batch = store.begin()) {
      batch.ref(REF, Hash.ZERO, ONE.hash());
      pending = batch.seal();
    }
    assertEquals(Optional.empty(), store.ref(REF));
    pending.await();
    assertEquals(Optional.of(ONE.hash()), store.ref(REF));
  }

  @Test
  void aCheckSeesContentThatHasAnotherHash() {
    try (Batch batch = store.begin()) {
      batch.put(ObjectType.NODE, ONE.hash(), TWO.bytes());
      batch.commit();
    }
    List<Inspector.Problem> problems = new ArrayList<>();
    Inspector inspector =
        new Inspector() {
          @Override
          public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {
            throw new AssertionError("a sound object: " + hash);
          }

          @Override
          public void ref(String name, Hash hash) {}

          @Override
          public void problem(Problem problem) {
            problems.add(problem);
          }
        };
    store.check(false, inspector, Progress.NONE, Cancellation.none());
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).what().contains(ONE.hash().toString()), problems.toString());
    assertEquals(Optional.empty(), problems.get(0).repaired());
  }

  /**
   * A lineage is packed once: what a file store would write twice is a mistake of whoever packs.
   */
  @Test
  void packingIsHeldToItsRules() {
    write(List.of(ONE, TWO));
    try (Compaction compaction = store.compact()) {
      compaction.keep(ONE.hash());
      compaction.pack(ObjectType.NODE, List.of(ONE.hash()));
      assertThrows(
          IllegalArgumentException.class,
          () -> compaction.pack(ObjectType.NODE, List.of(ONE.hash())));
      assertThrows(
          IllegalArgumentException.class,
          () -> compaction.pack(ObjectType.NODE, List.of(TWO.hash())));
    }
  }
}
