package org.fxd.store.sqlite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.store.sqlite.frame.Frame;

/**
 * Frames that were read lately, by number: a frame never changes and its number is never used
 * again, so what is here is right for ever. Safe for any number of threads.
 */
final class FrameCache {
  private final long capacity;
  private final Map<Long, Held> frames = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  private record Held(Frame frame, int size) {}

  /**
   * An empty one.
   *
   * @param capacity how many bytes of frames it keeps
   */
  FrameCache(long capacity) {
    this.capacity = capacity;
  }

  synchronized Optional<Frame> get(long number) {
    return Optional.ofNullable(frames.get(number)).map(Held::frame);
  }

  /** Keeps a frame. One that would push most others out is not kept. */
  synchronized void put(long number, Frame frame, int size) {
    if (size > capacity / 4) {
      return;
    }
    Held before = frames.put(number, new Held(frame, size));
    weight += size - (before == null ? 0 : before.size);
    var oldest = frames.values().iterator();
    while (weight > capacity) {
      weight -= oldest.next().size;
      oldest.remove();
    }
  }

  synchronized void clear() {
    frames.clear();
    weight = 0;
  }
}
