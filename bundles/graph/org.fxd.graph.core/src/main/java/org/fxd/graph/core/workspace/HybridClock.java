package org.fxd.graph.core.workspace;

import java.time.Clock;
import java.time.Instant;
import org.fxd.graph.api.workspace.Operation;

/**
 * A hybrid logical clock (Kulkarni et al. 2014): the time of the wall as long as that goes on, and
 * else the last time with a counter, so that it never goes back.
 */
final class HybridClock {
  /**
   * A moment.
   *
   * @param time to the millisecond
   * @param counter tells moments of one time apart
   */
  record Tick(Instant time, int counter) {}

  private final Clock wall;

  HybridClock(Clock wall) {
    this.wall = wall;
  }

  /** The moment of an operation that follows nothing. */
  Tick first() {
    return new Tick(now(), 0);
  }

  /** The moment of an operation that follows another. */
  Tick after(Operation last) {
    Instant now = now();
    if (now.isAfter(last.time())) {
      return new Tick(now, 0);
    }
    if (last.counter() == Integer.MAX_VALUE) {
      return new Tick(last.time().plusMillis(1), 0);
    }
    return new Tick(last.time(), last.counter() + 1);
  }

  private Instant now() {
    return Instant.ofEpochMilli(Math.max(0, wall.millis()));
  }
}
