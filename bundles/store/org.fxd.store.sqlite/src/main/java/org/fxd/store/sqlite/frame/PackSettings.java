package org.fxd.store.sqlite.frame;

/**
 * How large frames become, and how much work goes into them.
 *
 * @param size bytes of a frame before compression, at most, unless one object is larger
 * @param content bytes of all objects of a frame, were they whole, at most, unless one is larger
 * @param level the level of zstd
 */
public record PackSettings(int size, long content, int level) {
  /** For contents of files. */
  public static final PackSettings BLOBS = new PackSettings(256 << 10, 64 << 20, 9);

  /** For nodes, commits and operations. */
  public static final PackSettings NODES = new PackSettings(256 << 10, 32 << 20, 9);

  /**
   * How much larger than its largest object a frame may be, if that is more than {@code size}: the
   * versions of a large object should not all be whole ones.
   */
  private static final int TIMES = 4;

  private static final int MOST = 4 << 20;

  /** The size that a frame may reach with a delta for an object of so many bytes. */
  int sizeFor(int length) {
    return Math.max(size, (int) Math.min(MOST, (long) length * TIMES));
  }
}
