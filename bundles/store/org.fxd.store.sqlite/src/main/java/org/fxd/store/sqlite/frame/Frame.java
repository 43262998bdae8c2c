package org.fxd.store.sqlite.frame;

import java.util.Arrays;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.DamagedException;

/**
 * A frame that is read: any object of it, in any order. An object that is a delta is made from
 * those on the way to a whole one; where their parts stand is kept until another is made, since
 * versions are mostly read one after another. What an object refers to is made for its hash; the
 * hash is kept, for the next that refers to it.
 *
 * <p>Safe for many threads. What a frame holds need not be what should stand there: whoever reads
 * an object checks its hash.
 */
public final class Frame {
  private final byte[] bytes;
  private final FrameLimits limits;
  private final FrameDirectory directory;

  /** Lengths that were worked out, plus one; threads only ever write the same value. */
  private final int[] lengths;

  /** Hashes that were worked out; threads only ever write the same value. */
  private final Hash[] hashes;

  /** The way to the object that was made last; any thread's will do. */
  private volatile Way way = Way.NONE;

  private Frame(byte[] bytes, FrameLimits limits, FrameDirectory directory) {
    this.bytes = bytes;
    this.limits = limits;
    this.directory = directory;
    this.lengths = new int[directory.count()];
    this.hashes = new Hash[directory.hasReferences() ? directory.count() : 0];
  }

  /**
   * Looks at a frame's directory.
   *
   * @param bytes the frame, decompressed; kept, not copied
   * @throws DamagedException if it is no frame, or of a layout that is not known
   */
  public static Frame decode(byte[] bytes, FrameLimits limits) throws DamagedException {
    if (bytes.length > limits.frame()) {
      throw new DamagedException("its frame has " + bytes.length + " bytes, more than is taken");
    }
    return new Frame(bytes, limits, FrameDirectory.read(bytes));
  }

  /** As above, with the limits of the format. */
  public static Frame decode(byte[] bytes) throws DamagedException {
    return decode(bytes, FrameLimits.FORMAT);
  }

  /** How many objects there are; they are numbered from 0. */
  public int count() {
    return directory.count();
  }

  /**
   * The code of an object's type, or a {@link FrameType}.
   *
   * @throws DamagedException if there is no such object
   */
  public int type(int number) throws DamagedException {
    check(number);
    return directory.type(number);
  }

  /**
   * An object's length in bytes.
   *
   * @throws DamagedException if there is no such object, or it cannot be made
   */
  public int length(int number) throws DamagedException {
    check(number);
    if (lengths[number] == 0) {
      chain(number);
    }
    return knownLength(number);
  }

  /**
   * An object's bytes, which are the caller's.
   *
   * @throws DamagedException if there is no such object, or it cannot be made
   */
  public byte[] bytes(int number) throws DamagedException {
    check(number);
    if (!directory.hasOperations(number)) {
      chain(number);
      int from = directory.bodyStart(number);
      return Arrays.copyOfRange(bytes, from, from + directory.bodyLength(number));
    }
    Assembly assembly = new Assembly(this, directory, limits, way);
    byte[] made = assembly.make(number);
    way = assembly.way();
    return made;
  }

  /** The frame's own bytes. */
  byte[] bytes() {
    return bytes;
  }

  /** The number of the object that one is a delta against, or −1. */
  int base(int number) {
    return directory.base(number);
  }

  /** The length of an object whose {@link #chain} was asked for. */
  int knownLength(int number) {
    return lengths[number] - 1;
  }

  /** A hash that was worked out, or null. */
  Hash knownHash(int number) {
    return hashes[number];
  }

  void know(int number, Hash hash) {
    hashes[number] = hash;
  }

  /** What makes an object from its base, which has a length. */
  Operations operations(int number, int baseLength) {
    int from = directory.operationsStart(number);
    ByteCursor in = new ByteCursor(bytes, from, from + directory.operationsLength(number));
    return new Operations(in, baseLength, number, directory.hasReferences(number));
  }

  /** An object, its base, and so on, to one without; then their lengths are known and allowed. */
  int[] chain(int number) throws DamagedException {
    int depth = 0;
    for (int next = number; directory.base(next) >= 0; next = directory.base(next)) {
      depth++;
      if (depth > limits.depth()) {
        throw new DamagedException(
            "its frame has more than " + limits.depth() + " deltas behind object " + number);
      }
    }
    int[] chain = new int[depth + 1];
    for (int i = 0, next = number; i <= depth; i++, next = directory.base(next)) {
      chain[i] = next;
    }
    int length = 0;
    for (int i = depth; i >= 0; i--) {
      if (lengths[chain[i]] == 0) {
        lengths[chain[i]] = length(chain[i], length) + 1;
      }
      length = lengths[chain[i]] - 1;
    }
    return chain;
  }

  private int length(int number, int baseLength) throws DamagedException {
    long length = 0;
    if (directory.hasOperations(number)) {
      Operations operations = operations(number, baseLength);
      while (length <= limits.object() && operations.next()) {
        length += operations.length();
      }
    } else {
      length = directory.bodyLength(number);
    }
    if (length > limits.object()) {
      throw new DamagedException(
          "its frame holds an object of more than " + limits.object() + " bytes");
    }
    return (int) length;
  }

  private void check(int number) throws DamagedException {
    if (number < 0 || number >= count()) {
      throw new DamagedException("its frame has no object " + number);
    }
  }
}
