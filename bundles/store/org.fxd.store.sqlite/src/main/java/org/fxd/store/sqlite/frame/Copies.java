package org.fxd.store.sqlite.frame;

import org.fxd.store.sqlite.DamagedException;

/** Carries out the operations of a {@link Delta}, none of which is believed. */
final class Copies {
  private Copies() {}

  /**
   * How long the result will be.
   *
   * @param base the length of the base
   * @param most the length that it may have
   */
  static int length(int base, int most, ByteCursor operations) throws DamagedException {
    long length = 0;
    long from = 0;
    while (!operations.atEnd()) {
      length += operations.number();
      if (!operations.atEnd()) {
        int count = operations.number();
        from += operations.signed();
        checkStart(from, base);
        long copied = count == 0 ? base - from : count;
        from += copied;
        length += copied;
      }
      // Within the loop, so that no sum can overflow.
      if (length > most) {
        throw new DamagedException("its frame makes an object of more than " + most + " bytes");
      }
    }
    return (int) length;
  }

  /**
   * The result.
   *
   * @param length as {@link #length} has it
   * @param literals where the literals are, which stand between {@code start} and {@code end}
   */
  static byte[] apply(
      byte[] base, int length, ByteCursor operations, byte[] literals, int start, int end)
      throws DamagedException {
    byte[] made = new byte[length];
    int size = 0;
    int literal = start;
    long from = 0;
    while (!operations.atEnd()) {
      int inserted = operations.number();
      if (inserted > end - literal || inserted > length - size) {
        throw new DamagedException("its frame inserts more bytes than there are");
      }
      System.arraycopy(literals, literal, made, size, inserted);
      literal += inserted;
      size += inserted;
      if (!operations.atEnd()) {
        int count = operations.number();
        from += operations.signed();
        checkStart(from, base.length);
        int copied = count == 0 ? base.length - (int) from : count;
        if (copied > base.length - from || copied > length - size) {
          throw new DamagedException("its frame copies more bytes than there are");
        }
        System.arraycopy(base, (int) from, made, size, copied);
        from += copied;
        size += copied;
      }
    }
    if (size != length || literal != end) {
      throw new DamagedException("its frame makes an object of a wrong length");
    }
    return made;
  }

  private static void checkStart(long from, int base) throws DamagedException {
    if (from < 0 || from > base) {
      throw new DamagedException("its frame copies from outside an object");
    }
  }
}
