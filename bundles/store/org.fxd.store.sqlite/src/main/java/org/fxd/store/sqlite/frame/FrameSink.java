package org.fxd.store.sqlite.frame;

import java.sql.SQLException;

/** Where finished frames go. */
@FunctionalInterface
public interface FrameSink {
  /** Takes a frame; called in the order of the frames, in the thread that packs. */
  void accept(PackedFrame frame) throws SQLException;
}
