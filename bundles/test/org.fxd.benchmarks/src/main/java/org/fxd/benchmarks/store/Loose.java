package org.fxd.benchmarks.store;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;
import org.fxd.store.api.Store;

/**
 * Batches such as a change of one snippet makes, without what makes it: a text, the nodes above it,
 * an operation, some entries of the index, and a reference that moves. Safe for use by any number
 * of threads: each waits for the disk when its batch is sealed, not while it has the turn.
 */
final class Loose {
  private static final String REF = "benchmark";

  /** How large the nodes are from the text up to the state. */
  private static final int[] NODES = {1900, 700, 900, 600, 300, 150, 120, 250};

  private static final int ENTRIES = 3;

  private final Store store;
  private volatile Hash last;
  private final AtomicLong number = new AtomicLong();

  Loose(Store store) {
    this.store = store;
    this.last = store.ref(REF).orElse(Hash.ZERO);
  }

  /** Writes one, durably. */
  void commit() {
    Pending pending;
    try (Batch batch = store.begin()) {
      SplittableRandom random = new SplittableRandom(number.incrementAndGet());
      Hash hash = last;
      for (int size : NODES) {
        byte[] bytes = bytes(random, size);
        hash = Hash.ofContent(bytes);
        batch.put(ObjectType.NODE, hash, bytes);
      }
      for (int i = 0; i < ENTRIES; i++) {
        byte[] key = new byte[16];
        random.nextBytes(key);
        key[0] = 'b';
        batch.index(key, new byte[0]);
      }
      batch.ref(REF, last, hash);
      // Before sealing: then it is the next one's turn.
      last = hash;
      pending = batch.seal();
    }
    pending.await();
  }

  /** Like code, half of it can be guessed. */
  private static byte[] bytes(SplittableRandom random, int size) {
    byte[] bytes = new byte[size];
    bytes[0] = ObjectType.NODE.code();
    for (int i = 1; i < size; i++) {
      bytes[i] = (byte) (i % 4 == 0 ? random.nextInt() : "    return value;\n".charAt(i % 18));
    }
    return bytes;
  }
}
