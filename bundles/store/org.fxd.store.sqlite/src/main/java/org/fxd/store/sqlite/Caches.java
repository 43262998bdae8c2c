package org.fxd.store.sqlite;

import org.fxd.store.sqlite.sorted.BlockCache;

/** What a store keeps decoded, for all its readers. */
record Caches(FrameCache frames, BlockCache blocks) {
  private static final long LEAST_FRAME_BYTES = 16L << 20;
  private static final long FRAME_BYTES = 96L << 20;
  private static final long MOST_FRAME_BYTES = 256L << 20;
  private static final long BLOCK_BYTES = 16L << 20;

  /**
   * Empty ones. Take a sixteenth of the memory that there may be, up to {@value #FRAME_BYTES}
   * bytes: two trees one file in a hundred apart, of 11,000 files, have 30 MB of frames in between.
   */
  static Caches empty() {
    return new Caches(new FrameCache(frameBytes(16, FRAME_BYTES)), new BlockCache(BLOCK_BYTES));
  }

  /**
   * Empty ones for who reads everything in another order than it was written in, once. Takes an
   * eighth of the memory that there may be, up to {@value #MOST_FRAME_BYTES} bytes.
   */
  static Caches large() {
    return new Caches(
        new FrameCache(frameBytes(8, MOST_FRAME_BYTES)), new BlockCache(2 * BLOCK_BYTES));
  }

  private static long frameBytes(int share, long most) {
    return Math.max(LEAST_FRAME_BYTES, Math.min(most, Runtime.getRuntime().maxMemory() / share));
  }

  /** Lets go of all, where numbers of rows may come again. */
  void forget(State state) {
    frames.clear();
    state.objectRuns().forEach(run -> blocks.forget(run.id()));
    state.indexRuns().forEach(run -> blocks.forget(run.id()));
  }
}
