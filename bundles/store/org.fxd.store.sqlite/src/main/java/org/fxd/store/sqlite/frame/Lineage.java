package org.fxd.store.sqlite.frame;

/** Versions of one thing, such as the content of one file: each is much like the next. */
public interface Lineage {
  /** The code of the type of all of them, or a {@link FrameType}. */
  int type();

  /** How many there are. */
  int size();

  /** What the caller knows a version by; comes back in {@link PackedFrame#keys}. */
  long key(int version);

  /**
   * The bytes of a version, 0 being the newest. Each is asked for once, in order, so that no more
   * than a few need be in memory. They are not changed.
   */
  byte[] version(int version);
}
