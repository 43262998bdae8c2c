package org.fxd.graph.core.upkeep;

import org.fxd.graph.core.entries.Chunk;
import org.fxd.graph.core.entries.ChunkRef;
import org.fxd.graph.core.entries.Item;
import org.fxd.graph.core.entries.Key;

/** What is said of a part of a wide node where it is named, as one number that is never 0. */
final class Shapes {
  private Shapes() {}

  /** What a part says of itself. */
  static long of(Chunk chunk) {
    long count = 0;
    for (Item item : chunk.items()) {
      count += item.count();
    }
    return of(chunk.level(), count, chunk.last());
  }

  /** What is said of it. */
  static long of(ChunkRef ref) {
    return of(ref.level(), ref.count(), ref.key());
  }

  private static long of(int level, long count, Key last) {
    long mixed = (level * 0x10001L + count) * 0x9e3779b97f4a7c15L;
    for (byte b : last.byName() ? last.name().bytes() : last.place().bytes()) {
      mixed = (mixed ^ b & 0xff) * 0x100000001b3L;
    }
    if (!last.byName()) {
      mixed = (mixed ^ last.id().high()) * 0x100000001b3L;
      mixed = (mixed ^ last.id().low()) * 0x100000001b3L;
    }
    return mixed | 1;
  }
}
