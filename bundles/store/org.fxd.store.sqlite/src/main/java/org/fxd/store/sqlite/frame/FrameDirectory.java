package org.fxd.store.sqlite.frame;

import org.fxd.store.sqlite.DamagedException;

/** Where in a frame what is. Every place it gives lies within the frame. Immutable. */
final class FrameDirectory {
  private final byte[] frame;
  private final int types;
  private final int count;
  private final int[] bases;
  private final int[] operations;
  private final int[] bodies;

  private FrameDirectory(
      byte[] frame, int types, int count, int[] bases, int[] operations, int[] bodies) {
    this.frame = frame;
    this.types = types;
    this.count = count;
    this.bases = bases;
    this.operations = operations;
    this.bodies = bodies;
  }

  static FrameDirectory read(byte[] frame) throws DamagedException {
    ByteCursor in = new ByteCursor(frame, 0, frame.length);
    int layout = in.octet();
    if (layout != FrameWriter.LAYOUT) {
      throw new DamagedException("its frame has the layout " + layout + ", which is not known");
    }
    int count = in.number();
    // Each object has two octets of its own at least, so a count that passes fits the frame.
    if (count > FrameLimits.OBJECTS || count > in.left() / 2) {
      throw new DamagedException("its frame claims " + count + " objects");
    }
    int types = in.position();
    int[] bases = bases(in, count, types, frame);
    int[] operations = new int[count + 1];
    int[] bodies = new int[count + 1];
    lengths(in, frame, types, operations, bodies);
    return placed(
        frame, in.position(), new FrameDirectory(frame, types, count, bases, operations, bodies));
  }

  /** Reads types and bases: of a whole object, 0. */
  private static int[] bases(ByteCursor in, int count, int types, byte[] frame)
      throws DamagedException {
    for (int i = 0; i < count; i++) {
      int type = in.octet();
      if ((type & ~FrameWriter.DELTA) > FrameType.LAST) {
        throw new DamagedException("its frame has an object of type " + type);
      }
    }
    int[] bases = new int[count];
    for (int i = 0; i < count; i++) {
      if (isDelta(frame[types + i])) {
        long base = (long) i - in.signed();
        if (base < 0 || base >= count) {
          throw new DamagedException("its frame has a delta against object " + base);
        }
        bases[i] = (int) base;
      }
    }
    return bases;
  }

  /** Reads lengths, and leaves each in the place of the object. */
  private static void lengths(
      ByteCursor in, byte[] frame, int types, int[] operations, int[] bodies)
      throws DamagedException {
    for (int i = 0; i < bodies.length - 1; i++) {
      (isDelta(frame[types + i]) ? operations : bodies)[i] = in.number();
    }
    for (int i = 0; i < bodies.length - 1; i++) {
      if (isDelta(frame[types + i])) {
        bodies[i] = in.number();
      }
    }
  }

  /** Makes places of the lengths. */
  private static FrameDirectory placed(byte[] frame, int start, FrameDirectory directory)
      throws DamagedException {
    long end = places(directory.bodies, places(directory.operations, start, frame), frame);
    if (end != frame.length) {
      throw new DamagedException("its frame has " + (frame.length - end) + " bytes too many");
    }
    return directory;
  }

  private static int places(int[] lengths, int start, byte[] frame) throws DamagedException {
    int place = start;
    for (int i = 0; i < lengths.length; i++) {
      int length = lengths[i];
      lengths[i] = place;
      if (length > frame.length - place) {
        throw new DamagedException("its frame ends before its objects do");
      }
      place += length;
    }
    return place;
  }

  int count() {
    return count;
  }

  int type(int number) {
    return frame[types + number] & ~FrameWriter.DELTA;
  }

  boolean isDelta(int number) {
    return isDelta(frame[types + number]);
  }

  /** Of a delta. */
  int base(int number) {
    return bases[number];
  }

  int operationsStart(int number) {
    return operations[number];
  }

  int operationsLength(int number) {
    return operations[number + 1] - operations[number];
  }

  /** Where the body of a whole object begins, or the literals of a delta. */
  int bodyStart(int number) {
    return bodies[number];
  }

  int bodyLength(int number) {
    return bodies[number + 1] - bodies[number];
  }

  private static boolean isDelta(byte type) {
    return (type & FrameWriter.DELTA) != 0;
  }
}
