package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Lookup;
import org.junit.jupiter.api.Test;

/** References change by compare-and-set. */
interface RefLaws extends StoreUnderTest {
  @Test
  default void aReferenceIsSetMovedAndRemoved() {
    moveRef(REF, Hash.ZERO, ONE.hash());
    assertEquals(Optional.of(ONE.hash()), store().ref(REF));
    moveRef(REF, ONE.hash(), TWO.hash());
    assertEquals(Optional.of(TWO.hash()), store().ref(REF));
    moveRef(REF, TWO.hash(), Hash.ZERO);
    assertEquals(Optional.empty(), store().ref(REF));
    moveRef(REF, Hash.ZERO, THREE.hash());
    assertEquals(Optional.of(THREE.hash()), store().ref(REF));
  }

  @Test
  default void referencesHaveAnyNameAndAreApart() {
    String[] names = {"a", "A", "a/b", "äöü €", "with space", "'; DROP TABLE refs; --", ""};
    for (String name : names) {
      moveRef(name, Hash.ZERO, hash(name));
    }
    for (String name : names) {
      assertEquals(Optional.of(hash(name)), store().ref(name), name);
    }
  }

  @Test
  default void aNameThatWouldComeBackAsAnotherIsRefused() {
    String longest = "é".repeat(Batch.MAX_REF_NAME / 2);
    moveRef(longest, Hash.ZERO, ONE.hash());
    assertEquals(Optional.of(ONE.hash()), store().ref(longest));
    for (String name : List.of(longest + "x", "half a pair \ud83d", "\ude00")) {
      try (Batch batch = store().begin()) {
        assertThrows(
            IllegalArgumentException.class, () -> batch.ref(name, Hash.ZERO, ONE.hash()), name);
        batch.commit();
      }
    }
  }

  @Test
  default void aReferenceThatHoldsSomethingElseIsAConflict() {
    moveRef(REF, Hash.ZERO, ONE.hash());
    assertConflict(REF, Hash.ZERO, TWO.hash());
    assertConflict(REF, THREE.hash(), TWO.hash());
    assertConflict(REF, TWO.hash(), Hash.ZERO);
    assertConflict("another", ONE.hash(), TWO.hash());
    assertEquals(Optional.of(ONE.hash()), store().ref(REF));
    assertEquals(Optional.empty(), store().ref("another"));
    moveRef(REF, ONE.hash(), TWO.hash());
    assertEquals(Optional.of(TWO.hash()), store().ref(REF));
  }

  @Test
  default void aConflictLeavesNothingBehind() {
    try (Batch batch = store().begin()) {
      ONE.putInto(batch);
      batch.ref("first", Hash.ZERO, ONE.hash());
      batch.ref("second", TWO.hash(), ONE.hash());
      assertThrows(ConflictException.class, batch::commit);
    }
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
    assertEquals(Optional.empty(), store().ref("first"));
    assertEquals(Optional.empty(), store().ref("second"));
  }

  @Test
  default void changesOfOneReferenceInOneBatchFollowEachOther() {
    try (Batch batch = store().begin()) {
      batch.ref(REF, Hash.ZERO, ONE.hash());
      batch.ref(REF, ONE.hash(), TWO.hash());
      batch.commit();
    }
    assertEquals(Optional.of(TWO.hash()), store().ref(REF));
  }

  @Test
  default void aReferenceIsComparedWhenTheBatchCommits() {
    try (Batch batch = store().begin()) {
      batch.ref(REF, THREE.hash(), ONE.hash());
      ONE.putInto(batch);
      assertEquals(Optional.empty(), store().ref(REF));
      assertThrows(ConflictException.class, batch::commit);
    }
  }

  private void assertConflict(String name, Hash expected, Hash next) {
    assertThrows(ConflictException.class, () -> moveRef(name, expected, next));
  }

  private static Hash hash(String text) {
    return Hash.ofContent(text.getBytes(StandardCharsets.UTF_8));
  }
}
