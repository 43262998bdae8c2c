package org.fxd.store.sqlite.frame;

import org.fxd.store.sqlite.DamagedException;

/** Where in a frame what is. Every place it gives lies within the frame. Immutable. */
final class FrameDirectory {
  private final byte[] frame;
  private final int types;
  private final int[] bases;
  private final int[] operations;
  private final int[] bodies;
  private boolean references;

  private FrameDirectory(byte[] frame, int types, int count) {
    this.frame = frame;
    this.types = types;
    this.bases = new int[count];
    this.operations = new int[count + 1];
    this.bodies = new int[count + 1];
  }

  static FrameDirectory read(byte[] frame) throws DamagedException {
    ByteCursor in = new ByteCursor(frame, 0, frame.length);
    int layout = in.octet();
    if (layout != FrameWriter.LAYOUT) {
      throw new DamagedException("its frame has the layout " + layout + ", which is not known");
    }
    int count = in.number();
    // Each object has two octets of its own at least, so there is room for a count that passes.
    if (count > FrameLimits.OBJECTS || count > in.left() / 2) {
      throw new DamagedException("its frame claims " + count + " objects");
    }
    FrameDirectory directory = new FrameDirectory(frame, in.position(), count);
    directory.readTypes(in);
    directory.readBases(in);
    directory.readLengths(in);
    int end =
        directory.place(directory.bodies, directory.place(directory.operations, in.position()));
    if (end != frame.length) {
      throw new DamagedException("its frame has " + (frame.length - end) + " bytes too many");
    }
    return directory;
  }

  private void readTypes(ByteCursor in) throws DamagedException {
    for (int i = 0; i < count(); i++) {
      int octet = in.octet();
      int flags = octet & ~FrameWriter.TYPE;
      boolean known =
          flags == 0
              || flags == FrameWriter.OPERATIONS
              || flags == (FrameWriter.OPERATIONS | FrameWriter.REFERENCES);
      if (!known || (octet & FrameWriter.TYPE) > FrameType.LAST) {
        throw new DamagedException("its frame has an object of type " + octet);
      }
      references |= flags > FrameWriter.OPERATIONS;
    }
  }

  /** Bases come before, so chains have an end. */
  private void readBases(ByteCursor in) throws DamagedException {
    for (int i = 0; i < count(); i++) {
      int distance = hasOperations(i) ? in.number() : 0;
      if (distance > i) {
        throw new DamagedException("its frame has a delta against no object before it");
      }
      bases[i] = distance == 0 ? -1 : i - distance;
    }
  }

  /** Reads lengths, and leaves each in the place of the object. */
  private void readLengths(ByteCursor in) throws DamagedException {
    for (int i = 0; i < count(); i++) {
      (hasOperations(i) ? operations : bodies)[i] = in.number();
    }
    for (int i = 0; i < count(); i++) {
      if (hasOperations(i)) {
        bodies[i] = in.number();
      }
    }
  }

  /** Makes places of lengths. */
  private int place(int[] lengths, int start) throws DamagedException {
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
    return bases.length;
  }

  int type(int number) {
    return frame[types + number] & FrameWriter.TYPE;
  }

  /** Whether an object is not whole. */
  boolean hasOperations(int number) {
    return (frame[types + number] & FrameWriter.OPERATIONS) != 0;
  }

  boolean hasReferences(int number) {
    return (frame[types + number] & FrameWriter.REFERENCES) != 0;
  }

  /** Whether any object has references. */
  boolean hasReferences() {
    return references;
  }

  /** The number of the base, or −1. */
  int base(int number) {
    return bases[number];
  }

  int operationsStart(int number) {
    return operations[number];
  }

  int operationsLength(int number) {
    return operations[number + 1] - operations[number];
  }

  /** Where the body of a whole object begins, or the literals of another. */
  int bodyStart(int number) {
    return bodies[number];
  }

  int bodyLength(int number) {
    return bodies[number + 1] - bodies[number];
  }
}
