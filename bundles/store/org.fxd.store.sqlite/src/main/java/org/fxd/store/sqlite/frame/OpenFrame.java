package org.fxd.store.sqlite.frame;

import java.util.Arrays;
import java.util.concurrent.Executor;
import org.fxd.graph.api.Hash;

/** The frame that packers write into; when it is full, it goes to the press. For one thread. */
final class OpenFrame {
  private static final int FIRST_ROOM = 64;

  /** What an object takes in the directory, about. */
  private static final int ENTRY = 8;

  private final PackSettings settings;
  private final FrameWriter writer = new FrameWriter();
  private final FramePress press;
  private long[] keys = new long[FIRST_ROOM];

  OpenFrame(PackSettings settings, Executor threads, PackedFrames sink) {
    this.settings = settings;
    this.press = new FramePress(threads, settings.level(), sink);
  }

  /** Whether an object still fits. */
  boolean fits(byte[] object, Chosen chosen) {
    if (writer.isEmpty()) {
      return true;
    }
    int more = ENTRY + (chosen == null ? object.length : chosen.delta().size());
    int most = chosen == null ? settings.size() : settings.sizeFor(object.length);
    return writer.count() < FrameLimits.OBJECTS
        && (long) writer.size() + more <= most
        && writer.contentSize() + object.length <= settings.content();
  }

  /**
   * Adds an object.
   *
   * @param hash its hash, if others may refer to it, or null; it is believed
   * @param chosen what it is a delta against, or null
   */
  Version add(int type, Hash hash, byte[] object, Chosen chosen, long key) {
    int number = writer.count();
    if (number == keys.length) {
      keys = Arrays.copyOf(keys, number * 2);
    }
    keys[number] = key;
    if (chosen == null) {
      number = hash == null ? writer.add(type, object) : writer.add(type, hash, object);
      return new Version(object, number, 0);
    }
    int base = chosen.base().number();
    number =
        hash == null
            ? writer.add(type, base, chosen.delta())
            : writer.add(type, hash, base, chosen.delta());
    return new Version(object, number, chosen.base().depth() + 1);
  }

  /** Sends the frame away and begins another. */
  void turn() {
    if (!writer.isEmpty()) {
      long[] used = Arrays.copyOf(keys, writer.count());
      press.add(writer.finish(), used);
    }
  }

  /** Sends the frame away and waits for all that were sent. */
  void finish() {
    turn();
    press.finish();
  }
}
