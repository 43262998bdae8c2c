package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.testkit.store.Samples.Sample;

/** What the laws need: a store, and words for what is done with it most. */
interface StoreUnderTest {
  Sample ONE = Samples.of(ObjectType.NODE, "one");

  Sample TWO = Samples.of(ObjectType.NODE, "two");

  Sample THREE = Samples.of(ObjectType.COMMIT, "three");

  /** The reference that moves. */
  String REF = "operation";

  /** The store of this test. */
  Store store();

  /** Where it is; others may be put beside it. */
  Path folder();

  /** Its provider. */
  StoreProvider provided();

  /** Whether a store that was closed can be opened again with what was in it. */
  boolean lasts();

  /** Closes it and opens it again; it must last. */
  void reopen();

  /** Writes objects in one batch. */
  default void write(List<Sample> samples) {
    try (Batch batch = store().begin()) {
      samples.forEach(sample -> sample.putInto(batch));
      batch.commit();
    }
  }

  /** The answer for one hash. */
  default Lookup get(Hash hash) {
    return store().get(List.of(hash)).get(hash);
  }

  /** Asserts that an object is there as it was written. */
  default void assertPresent(Sample sample) {
    Lookup.Present present = assertInstanceOf(Lookup.Present.class, get(sample.hash()));
    assertArrayEquals(sample.bytes(), present.bytes());
  }

  /** Moves a reference in a batch of its own. */
  default void moveRef(String name, Hash expected, Hash next) {
    try (Batch batch = store().begin()) {
      batch.ref(name, expected, next);
      batch.commit();
    }
  }

  /** All that the stream of a blob gives. */
  default byte[] stream(Hash hash) throws IOException {
    try (InputStream in = store().open(hash).orElseThrow()) {
      return in.readAllBytes();
    }
  }
}
