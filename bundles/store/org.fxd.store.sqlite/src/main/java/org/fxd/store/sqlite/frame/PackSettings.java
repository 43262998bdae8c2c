package org.fxd.store.sqlite.frame;

/**
 * How large frames become, and how much work goes into them.
 *
 * @param size bytes of a frame before compression, at most, if it has more than one object
 * @param content bytes of all objects of a frame, were they whole, at most
 * @param level the level of zstd
 */
public record PackSettings(int size, long content, int level) {
  /** What was found best: smaller frames are read faster, larger ones compress better. */
  public static final PackSettings COMPACT = new PackSettings(256 << 10, 16 << 20, 9);
}
