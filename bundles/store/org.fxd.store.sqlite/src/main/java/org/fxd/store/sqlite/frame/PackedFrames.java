package org.fxd.store.sqlite.frame;

/** Where finished frames go. */
@FunctionalInterface
public interface PackedFrames {
  /** Takes a frame; called in the order of the frames, in the thread that packs. */
  void accept(PackedFrame frame);
}
