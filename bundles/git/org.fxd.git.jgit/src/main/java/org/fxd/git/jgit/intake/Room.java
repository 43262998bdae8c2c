package org.fxd.git.jgit.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds how many bytes are on the way from those who read to the one who writes. The batch that is
 * written now has room of its own, so that it never waits for those that come behind it.
 */
final class Room {
  private final long most;
  private final Map<Integer, Long> held = new HashMap<>();
  private long used;
  private int now;
  private long usedNow;
  private boolean closed;

  /**
   * Room.
   *
   * @param most how many bytes for the batch that is written, and as many for all others
   */
  Room(long most) {
    this.most = most;
  }

  /** Waits until there is room; for one content there always is, however large. */
  synchronized void take(int batch, long bytes) throws InterruptedException {
    while (!closed && !hasRoom(batch, bytes)) {
      wait();
    }
    if (batch == now) {
      usedNow += bytes;
    } else {
      used += bytes;
      held.merge(batch, bytes, Long::sum);
    }
  }

  private boolean hasRoom(int batch, long bytes) {
    long before = batch == now ? usedNow : used;
    return before == 0 || before + bytes <= most;
  }

  /** Bytes of the batch that is written now have been written. */
  synchronized void give(long bytes) {
    usedNow -= bytes;
    notifyAll();
  }

  /** Another batch is written from now on. */
  synchronized void next(int batch) {
    now = batch;
    usedNow = Optional.ofNullable(held.remove(batch)).orElse(0L);
    used -= usedNow;
    notifyAll();
  }

  /** Nobody waits any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
