package org.fxd.store.sqlite;

import java.util.Arrays;
import java.util.Random;

/** Bytes with something wrong in them. */
final class Noise {
  private Noise() {}

  /** A copy in which some bytes are others, or gone, or more than there were. */
  static byte[] on(byte[] bytes, Random random) {
    byte[] noisy = bytes.clone();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      // What says most about the rest stands at the beginning.
      int bound = random.nextBoolean() ? Math.min(noisy.length, 40) : noisy.length;
      noisy = once(noisy, bound == 0 ? 0 : random.nextInt(bound), random);
    }
    return noisy;
  }

  private static byte[] once(byte[] bytes, int at, Random random) {
    if (bytes.length == 0) {
      return new byte[1 + random.nextInt(20)];
    }
    switch (random.nextInt(8)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> bytes[at]++;
      case 3 -> bytes[at]--;
      // The largest numbers, with nearly any number of bytes.
      case 4 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + random.nextInt(10)), (byte) -1);
      case 5 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 6 -> {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(3));
        System.arraycopy(bytes, at, longer, at + longer.length - bytes.length, bytes.length - at);
        return longer;
      }
      default -> {
        int length = random.nextInt(bytes.length - at) / (1 + random.nextInt(8));
        System.arraycopy(bytes, random.nextInt(bytes.length - length), bytes, at, length);
      }
    }
    return bytes;
  }
}
