package org.fxd.store.sqlite;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** Files whose bytes are others: what SQLite itself trusts. */
final class ByteMutations {
  private static final int PAGE = Schema.PAGE_SIZE;

  /** The numbers in a database's header, and how many bytes each has. */
  private static final int[][] HEADER = {
    {16, 2}, {18, 1}, {19, 1}, {20, 1}, {21, 3}, {24, 4}, {28, 4}, {32, 4}, {36, 4}, {40, 4},
    {44, 4}, {48, 4}, {52, 4}, {56, 4}, {60, 4}, {64, 4}, {68, 4}, {92, 4}, {96, 4}
  };

  private ByteMutations() {}

  /** A copy with something wrong in it. */
  static byte[] of(byte[] file, Random random) {
    byte[] bytes = file.clone();
    int kind = random.nextInt(10);
    if (kind == 0) {
      return cut(bytes, random);
    }
    for (int left = 1 + random.nextInt(6); left > 0; left--) {
      switch (kind < 4 ? 0 : random.nextInt(7)) {
        case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        case 1 -> bytes[pageHead(bytes, random)] = (byte) random.nextInt(256);
        case 2 -> bytes[pageHead(bytes, random)] ^= (byte) (1 << random.nextInt(8));
        case 3 -> header(bytes, random);
        case 4 -> swapPages(bytes, random);
        case 5 -> copyPage(bytes, random);
        default -> zeroPage(bytes, random);
      }
    }
    return bytes;
  }

  /** One that ends early, whether its header says so or not. */
  private static byte[] cut(byte[] bytes, Random random) {
    byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    if (random.nextBoolean() && cut.length > 100) {
      ByteBuffer.wrap(cut).putInt(28, cut.length / PAGE);
    }
    return cut;
  }

  private static int page(byte[] bytes, Random random) {
    return random.nextInt(bytes.length / PAGE) * PAGE;
  }

  /** Where a page says what it is and where its parts are. */
  private static int pageHead(byte[] bytes, Random random) {
    int page = page(bytes, random);
    return page + (page == 0 ? 100 : 0) + random.nextInt(60);
  }

  private static void header(byte[] bytes, Random random) {
    int[] field = HEADER[random.nextInt(HEADER.length)];
    long value =
        switch (random.nextInt(5)) {
          case 0 -> 0;
          case 1 -> -1;
          case 2 -> 1 + random.nextInt(8);
          case 3 -> bytes.length / PAGE + random.nextInt(5) - 2;
          default -> random.nextLong();
        };
    for (int i = 0; i < field[1]; i++) {
      bytes[field[0] + i] = (byte) (value >> 8 * (field[1] - 1 - i));
    }
  }

  private static void swapPages(byte[] bytes, Random random) {
    int one = page(bytes, random);
    int other = page(bytes, random);
    byte[] kept = Arrays.copyOfRange(bytes, one, one + PAGE);
    System.arraycopy(bytes, other, bytes, one, PAGE);
    System.arraycopy(kept, 0, bytes, other, PAGE);
  }

  private static void zeroPage(byte[] bytes, Random random) {
    int page = page(bytes, random);
    Arrays.fill(bytes, page, page + PAGE, (byte) 0);
  }

  private static void copyPage(byte[] bytes, Random random) {
    System.arraycopy(bytes, page(bytes, random), bytes, page(bytes, random), PAGE);
  }
}
