package org.fxd.store.sqlite.frame;

import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.DamagedException;

/**
 * Reads the operations that make an object, one step after another. A step inserts literals, and
 * then copies from the base, or writes the hash of another object of the frame. What it says is
 * within the base and names an earlier object; more is not checked here. For one thread.
 *
 * <p>Without references, a step is: how many bytes to insert; how many to copy (0: all up to the
 * base's end); where from, as the signed distance from the end of the copy before. With references,
 * the first number is doubled; one more than that says that instead of a copy comes the hash of an
 * object, given as the distance down to its number. The last step may end behind its insertion.
 */
final class Operations {
  private final ByteCursor in;
  private final int base;
  private final int object;
  private final boolean references;

  private int inserted;
  private int reference;
  private int from;
  private int copied;

  /** The end of the copy before, in the base. */
  private long expected;

  /**
   * Begins.
   *
   * @param base the length of the base, 0 if there is none
   * @param object the number of the object that is made
   * @param references whether there may be references to other objects
   */
  Operations(ByteCursor in, int base, int object, boolean references) {
    this.in = in;
    this.base = base;
    this.object = object;
    this.references = references;
  }

  /** Reads the next step, if there is one. */
  boolean next() throws DamagedException {
    if (in.atEnd()) {
      return false;
    }
    int first = in.number();
    inserted = references ? first >>> 1 : first;
    reference = -1;
    copied = 0;
    if (references && (first & 1) != 0) {
      int distance = in.number();
      if (distance == 0 || distance > object) {
        throw new DamagedException("its frame has a reference to no object before it");
      }
      reference = object - distance;
    } else if (!in.atEnd()) {
      copy(in.number(), in.signed());
    }
    return true;
  }

  private void copy(int count, int distance) throws DamagedException {
    long start = expected + distance;
    if (start < 0 || start > base || count > base - start) {
      throw new DamagedException("its frame copies from outside an object");
    }
    from = (int) start;
    copied = count == 0 ? base - from : count;
    expected = start + copied;
  }

  /** How many literals come first. */
  int inserted() {
    return inserted;
  }

  /** The number of the object whose hash follows, or −1. */
  int reference() {
    return reference;
  }

  /** Where the copy begins, in the base. */
  int from() {
    return from;
  }

  /** How many bytes are copied; 0 if none. */
  int copied() {
    return copied;
  }

  /** How many bytes the step makes. */
  long length() {
    return (long) inserted + copied + (reference < 0 ? 0 : Hash.LENGTH);
  }
}
