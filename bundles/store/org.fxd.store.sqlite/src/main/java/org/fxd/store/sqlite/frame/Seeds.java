package org.fxd.store.sqlite.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight and more bytes at a place as numbers, by which the place is found again. */
final class Seeds {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final long OTHER_FACTOR = 0xC2B2AE3D27D4EB4FL;

  private Seeds() {}

  /** Eight bytes, the first the lowest. */
  static long eight(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** A hash of sixteen bytes; its highest bits are the best. */
  static long sixteen(byte[] bytes, int at) {
    return eight(bytes, at) * FACTOR + eight(bytes, at + 8) * OTHER_FACTOR;
  }

  /** A hash of 32 bytes; its highest bits are the best. */
  static long thirtyTwo(byte[] bytes, int at) {
    return (eight(bytes, at) ^ Long.rotateLeft(eight(bytes, at + 16), 23)) * FACTOR
        + (eight(bytes, at + 8) ^ Long.rotateLeft(eight(bytes, at + 24), 23)) * OTHER_FACTOR;
  }
}
