package org.fxd.store.sqlite;

import org.fxd.store.sqlite.sorted.BlockCache;

/** What a store keeps decoded, for all its readers. */
record Caches(FrameCache frames, BlockCache blocks) {
  private static final long FRAME_BYTES = 16L << 20;
  private static final long MOST_FRAME_BYTES = 256L << 20;
  private static final long BLOCK_BYTES = 16L << 20;

  /** Empty ones. */
  static Caches empty() {
    return new Caches(new FrameCache(FRAME_BYTES), new BlockCache(BLOCK_BYTES));
  }

  /**
   * Empty ones for who reads everything in another order than it was written in, once. Takes an
   * eighth of the memory that there may be, up to {@value #MOST_FRAME_BYTES} bytes.
   */
  static Caches large() {
    long frames =
        Math.max(FRAME_BYTES, Math.min(MOST_FRAME_BYTES, Runtime.getRuntime().maxMemory() / 8));
    return new Caches(new FrameCache(frames), new BlockCache(2 * BLOCK_BYTES));
  }

  /** Lets go of all, where numbers of rows may come again. */
  void forget(State state) {
    frames.clear();
    state.objectRuns().forEach(run -> blocks.forget(run.id()));
    state.indexRuns().forEach(run -> blocks.forget(run.id()));
  }
}
