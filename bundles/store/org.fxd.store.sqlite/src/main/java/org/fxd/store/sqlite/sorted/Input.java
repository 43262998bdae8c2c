package org.fxd.store.sqlite.sorted;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.fxd.store.sqlite.DamagedException;

/** Reads through the bytes of a block, and never behind their end. */
final class Input {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private int at;

  Input(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int remaining() {
    return bytes.length - at;
  }

  /** A number of up to 63 bits, seven bits a byte, the low ones first. */
  long number(long most) throws DamagedException {
    long number = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      if (at == bytes.length) {
        throw new DamagedException("a block of it ends within a number");
      }
      byte next = bytes[at++];
      number |= (next & 0x7fL) << shift;
      if (next >= 0) {
        if (number > most) {
          throw new DamagedException("a block of it has " + number + " where " + most + " is most");
        }
        return number;
      }
    }
    throw new DamagedException("a block of it has a number without an end");
  }

  /** Goes over some bytes, and tells where they begin. */
  int skip(long length) throws DamagedException {
    if (length > remaining()) {
      throw new DamagedException("a block of it ends " + (length - remaining()) + " bytes early");
    }
    int from = at;
    at += (int) length;
    return from;
  }

  /**
   * Eight bytes from an offset on as one number, the first the lowest; those past the end are 0.
   */
  static long window(byte[] bytes, int from) {
    if (from <= bytes.length - Long.BYTES) {
      return (long) LONG.get(bytes, from);
    }
    long window = 0;
    for (int i = bytes.length - 1; i >= from; i--) {
      window = window << 8 | bytes[i] & 0xff;
    }
    return window;
  }

  /** Writes what {@link #window} reads; there must be room for all of it. */
  static void putWindow(byte[] bytes, int at, long window) {
    LONG.set(bytes, at, window);
  }
}
