package org.fxd.store.sqlite;

import org.fxd.store.sqlite.sorted.BlockCache;

/** What a store keeps decoded, for all its readers. */
record Caches(FrameCache frames, BlockCache blocks) {
  private static final long FRAME_BYTES = 16L << 20;
  private static final long BLOCK_BYTES = 8L << 20;

  /** Empty ones. */
  static Caches empty() {
    return new Caches(new FrameCache(FRAME_BYTES), new BlockCache(BLOCK_BYTES));
  }

  /** Lets go of all, where numbers of rows may come again. */
  void forget(State state) {
    frames.clear();
    state.objectRuns().forEach(run -> blocks.forget(run.id()));
    state.indexRuns().forEach(run -> blocks.forget(run.id()));
  }
}
