package org.fxd.store.sqlite.frame;

/**
 * What a reader of frames takes at most.
 *
 * @param frame bytes of a frame, after decompression
 * @param object bytes of one object
 * @param depth how many deltas may stand between an object and one that is whole
 * @param work bytes of all objects that are made on the way to one, itself included
 */
public record FrameLimits(int frame, int object, int depth, long work) {
  /** The limits of the format; a writer stays far below them. */
  public static final FrameLimits FORMAT = new FrameLimits(64 << 20, 64 << 20, 64, 256L << 20);

  /** Objects in a frame, at most. */
  public static final int OBJECTS = 65_535;
}
