package org.fxd.store.sqlite.frame;

import java.util.Arrays;
import org.fxd.store.sqlite.DamagedException;

/**
 * A frame that is read: any object of it, in any order. An object that is a delta is made from
 * those on the way to a whole one, and nothing is kept of them.
 *
 * <p>Safe for many threads. What a frame holds need not be what should stand there: whoever reads
 * an object checks its hash.
 */
public final class Frame {
  /** The base of an object that is whole. */
  private static final int NONE = -1;

  private final byte[] bytes;
  private final FrameLimits limits;
  private final FrameDirectory directory;

  /** Lengths that were worked out, plus one; only ever written with the same value. */
  private final int[] known;

  private Frame(byte[] bytes, FrameLimits limits, FrameDirectory directory) {
    this.bytes = bytes;
    this.limits = limits;
    this.directory = directory;
    this.known = new int[directory.count()];
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
   * The number of the object that this one is a delta against, or −1.
   *
   * @throws DamagedException if there is no such object
   */
  public int base(int number) throws DamagedException {
    check(number);
    return directory.isDelta(number) ? directory.base(number) : NONE;
  }

  /**
   * An object's length in bytes.
   *
   * @throws DamagedException if there is no such object, or it cannot be made
   */
  public int length(int number) throws DamagedException {
    check(number);
    if (known[number] == 0) {
      lengths(chain(number));
    }
    return known[number] - 1;
  }

  /**
   * An object's bytes, which are the caller's.
   *
   * @throws DamagedException if there is no such object, or it cannot be made
   */
  public byte[] bytes(int number) throws DamagedException {
    check(number);
    int[] chain = chain(number);
    lengths(chain);
    byte[] made = whole(chain[chain.length - 1]);
    for (int i = chain.length - 2; i >= 0; i--) {
      made = apply(chain[i], made);
    }
    return made;
  }

  private byte[] whole(int number) {
    int from = directory.bodyStart(number);
    return Arrays.copyOfRange(bytes, from, from + directory.bodyLength(number));
  }

  private byte[] apply(int number, byte[] base) throws DamagedException {
    int from = directory.bodyStart(number);
    return Copies.apply(
        base,
        known[number] - 1,
        operations(number),
        bytes,
        from,
        from + directory.bodyLength(number));
  }

  private ByteCursor operations(int number) {
    int from = directory.operationsStart(number);
    return new ByteCursor(bytes, from, from + directory.operationsLength(number));
  }

  /** The object, its base, and so on, to one that is whole. */
  private int[] chain(int number) throws DamagedException {
    int[] chain = new int[limits.depth() + 1];
    int length = 0;
    int next = number;
    while (directory.isDelta(next)) {
      chain[length++] = next;
      if (length == chain.length) {
        throw new DamagedException(
            "its frame has more than " + limits.depth() + " deltas behind object " + number);
      }
      next = directory.base(next);
    }
    chain[length++] = next;
    return Arrays.copyOf(chain, length);
  }

  /** Works out the lengths of a chain, before room is made for any of it. */
  private void lengths(int[] chain) throws DamagedException {
    long work = 0;
    int base = 0;
    for (int i = chain.length - 1; i >= 0; i--) {
      int number = chain[i];
      if (known[number] == 0) {
        int length =
            directory.isDelta(number)
                ? Copies.length(base, limits.object(), operations(number))
                : directory.bodyLength(number);
        if (length > limits.object()) {
          throw new DamagedException("its frame holds an object of " + length + " bytes");
        }
        known[number] = length + 1;
      }
      base = known[number] - 1;
      work += base;
    }
    if (work > limits.work()) {
      throw new DamagedException("its frame needs " + work + " bytes to make one object");
    }
  }

  private void check(int number) throws DamagedException {
    if (number < 0 || number >= count()) {
      throw new DamagedException("its frame has no object " + number);
    }
  }
}
