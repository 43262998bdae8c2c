package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Lookup;
import org.junit.jupiter.api.Test;

/** What is leased is told to whoever collects. */
interface LeaseLaws extends StoreUnderTest {
  @Test
  default void nothingIsLeasedAtTheBeginning() {
    write(List.of(ONE));
    assertEquals(Set.of(), Set.copyOf(store().leased()));
  }

  @Test
  default void aLeaseIsHeldUntilItIsGivenBack() {
    Lease first = store().lease(List.of(ONE.hash(), TWO.hash()));
    Lease second = store().lease(List.of(TWO.hash(), TWO.hash(), THREE.hash()));
    assertEquals(Set.of(ONE.hash(), TWO.hash(), THREE.hash()), Set.copyOf(store().leased()));
    first.close();
    first.close();
    assertEquals(Set.of(TWO.hash(), THREE.hash()), Set.copyOf(store().leased()));
    second.close();
    assertEquals(Set.of(), Set.copyOf(store().leased()));
  }

  @Test
  default void equalLeasesAreApart() {
    Lease first = store().lease(List.of(ONE.hash()));
    Lease second = store().lease(List.of(ONE.hash()));
    first.close();
    first.close();
    assertEquals(Set.of(ONE.hash()), Set.copyOf(store().leased()));
    second.close();
    assertEquals(Set.of(), Set.copyOf(store().leased()));
  }

  @Test
  default void aLeaseOfNothingDoesNoHarm() {
    Lease none = store().lease(List.of());
    Lease unknown = store().lease(List.of(ONE.hash()));
    assertEquals(Set.of(ONE.hash()), Set.copyOf(store().leased()));
    collectAllButLeased();
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
    none.close();
    unknown.close();
  }

  @Test
  default void leasedObjectsOutlastACompaction() {
    write(List.of(ONE, TWO, THREE));
    Lease lease = store().lease(List.of(ONE.hash(), TWO.hash()));
    store().lease(List.of(THREE.hash())).close();
    collectAllButLeased();
    assertPresent(ONE);
    assertPresent(TWO);
    assertInstanceOf(Lookup.Absent.class, get(THREE.hash()));
    lease.close();
    collectAllButLeased();
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
    assertInstanceOf(Lookup.Absent.class, get(TWO.hash()));
  }

  @Test
  default void whatIsLeasedDuringACompactionIsToldAtItsEnd() {
    write(List.of(ONE, TWO));
    Lease lease;
    try (Compaction compaction = store().compact()) {
      lease = store().lease(List.of(ONE.hash()));
      compaction.finish(() -> store().leased().forEach(compaction::keep));
    }
    assertPresent(ONE);
    assertInstanceOf(Lookup.Absent.class, get(TWO.hash()));
    lease.close();
  }

  private void collectAllButLeased() {
    try (Compaction compaction = store().compact()) {
      store().leased().forEach(compaction::keep);
      compaction.finish(() -> store().leased().forEach(compaction::keep));
    }
  }
}
