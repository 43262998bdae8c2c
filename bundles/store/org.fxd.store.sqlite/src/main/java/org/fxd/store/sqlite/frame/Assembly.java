package org.fxd.store.sqlite.frame;

import java.util.Arrays;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.DamagedException;

/**
 * Makes one object of a frame, and on the way the hashes of those that it refers to. References go
 * to earlier objects only, so there is an end; how much is done is counted. For one thread.
 */
final class Assembly {
  private static final int FIRST_ROOM = 16;
  private static final int BYTES_OF_PART = 8;

  private final Frame frame;
  private final FrameDirectory directory;
  private final FrameLimits limits;

  /** The way to what was made last. */
  private Way way;

  /** The objects to make, each needed by one below it. */
  private int[] needed = new int[FIRST_ROOM];

  private int height;
  private long work;

  /**
   * Makes objects of a frame.
   *
   * @param way the way to an object that was made before
   */
  Assembly(Frame frame, FrameDirectory directory, FrameLimits limits, Way way) {
    this.frame = frame;
    this.directory = directory;
    this.limits = limits;
    this.way = way;
  }

  /** The way to what was made; an empty one if it takes more room than the frame. */
  Way way() {
    return way.count() * BYTES_OF_PART > frame.bytes().length ? Way.NONE : way;
  }

  /** The object's bytes. */
  byte[] make(int object) throws DamagedException {
    byte[] made = attempt(object);
    while (made == null) {
      int next = needed[height - 1];
      if (frame.knownHash(next) != null) {
        height--;
      } else {
        int before = height;
        byte[] bytes = attempt(next);
        if (bytes != null) {
          frame.know(next, Hash.ofContent(bytes));
          height = before - 1;
        }
      }
      if (height == 0) {
        made = attempt(object);
      }
    }
    return made;
  }

  /** The bytes of an object; null if others are needed first. */
  private byte[] attempt(int object) throws DamagedException {
    Way before = way;
    way = new Way(frame.chain(object));
    int known = way.learn(before);
    Parts parts = known < way.length() ? way.parts(known) : new Parts();
    byte[] bytes = null;
    for (int step = known - 1; step >= 0; step--) {
      int number = way.number(step);
      if (!directory.hasOperations(number)) {
        parts = Parts.whole(directory.bodyStart(number), directory.bodyLength(number));
        way.know(step, parts);
        continue;
      }
      if (bytes == null) {
        Parts base = parts;
        parts = patched(base, number);
        way.know(step, parts);
        bytes = parts != null ? null : toBytes(base);
        if (parts == null && bytes == null) {
          return null;
        }
      }
      if (bytes != null) {
        bytes = patched(bytes, number);
        if (bytes == null) {
          return null;
        }
      }
    }
    return bytes != null ? bytes : toBytes(parts);
  }

  private Parts patched(Parts base, int number) throws DamagedException {
    int start = directory.bodyStart(number);
    Parts parts =
        base.patched(
            frame.operations(number, base.length()), start, start + directory.bodyLength(number));
    charge(directory.operationsLength(number) + (parts == null ? 0 : parts.count()));
    return parts;
  }

  private byte[] patched(byte[] base, int number) throws DamagedException {
    int length = frame.knownLength(number);
    charge(directory.operationsLength(number) + (long) length);
    int start = directory.bodyStart(number);
    return new BytePatch(length, frame.bytes(), start, start + directory.bodyLength(number))
        .apply(base, frame.operations(number, base.length), this::hash);
  }

  private byte[] toBytes(Parts parts) throws DamagedException {
    charge(parts.length());
    return parts.toBytes(frame.bytes(), this::hash);
  }

  /** A hash; if it is not known, its object is the next to be made. */
  private Hash hash(int number) {
    Hash hash = frame.knownHash(number);
    if (hash == null) {
      if (height == needed.length) {
        needed = Arrays.copyOf(needed, height * 2);
      }
      needed[height++] = number;
    }
    return hash;
  }

  private void charge(long more) throws DamagedException {
    work += more;
    if (work > limits.work()) {
      throw new DamagedException(
          "its frame needs more than " + limits.work() + " bytes of work for one object");
    }
  }
}
