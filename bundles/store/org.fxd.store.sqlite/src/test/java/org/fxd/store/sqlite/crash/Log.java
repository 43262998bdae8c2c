package org.fxd.store.sqlite.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A write-ahead log before and after something was written to it, and what a disk may have of that
 * when the power fails.
 */
final class Log {
  private static final int HEADER = 32;
  private static final int PAGE = 4096;

  /** A frame: a header and a page. */
  static final int FRAME = 24 + PAGE;

  /** What a disk writes at once, or not at all. */
  private static final int SECTOR = 512;

  private final byte[] before;
  private final byte[] after;
  private final int changed;

  Log(byte[] before, byte[] after) {
    this.before = before;
    this.after = after;
    int same = Arrays.mismatch(before, after);
    this.changed = same < 0 ? after.length : same;
  }

  /** Where something that was written ends: at the ends of frames, and before the first. */
  List<Integer> ends() {
    List<Integer> ends = new ArrayList<>();
    for (int end = HEADER; end < after.length; end += FRAME) {
      if (end + FRAME > changed) {
        ends.add(end);
      }
    }
    return ends;
  }

  /** Nothing of it got further than this; what was there before is still there. */
  byte[] cut(int end) {
    int reached = Math.min(end, after.length);
    byte[] cut = Arrays.copyOf(after, Math.max(reached, Math.min(before.length, after.length)));
    if (before.length > reached) {
      System.arraycopy(before, reached, cut, reached, cut.length - reached);
    }
    return cut;
  }

  /** Some sectors of what was written hold anything. */
  byte[] garbled(Random random) {
    byte[] garbled = after.clone();
    int written = after.length - changed;
    for (int i = random.nextInt(3); i >= 0 && written > 0; i--) {
      int at = changed + random.nextInt(written);
      byte[] noise = new byte[Math.min(SECTOR, after.length - at)];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, garbled, at, noise.length);
    }
    return garbled;
  }

  /** Some sectors of what was written got there, others did not. */
  byte[] someOf(Random random) {
    byte[] old = Arrays.copyOf(before, after.length);
    return mixed(old, after, SECTOR, changed - changed % SECTOR, random);
  }

  /** A file some of whose pages are the old ones, some the new ones, and one half and half. */
  static byte[] mixed(byte[] old, byte[] next, Random random) {
    byte[] same = Arrays.copyOf(old, Math.max(old.length, next.length));
    byte[] mixed = mixed(same, Arrays.copyOf(next, same.length), PAGE, 0, random);
    int page = random.nextInt(Math.max(1, next.length / PAGE)) * PAGE;
    int half = Math.min(page + SECTOR * (1 + random.nextInt(7)), next.length);
    System.arraycopy(next, page, mixed, page, Math.max(0, half - page));
    return random.nextBoolean() ? mixed : Arrays.copyOf(mixed, old.length);
  }

  private static byte[] mixed(byte[] old, byte[] next, int unit, int from, Random random) {
    byte[] mixed = old.clone();
    int chance = 1 + random.nextInt(9);
    for (int at = from; at < next.length; at += unit) {
      if (random.nextInt(10) < chance) {
        System.arraycopy(next, at, mixed, at, Math.min(unit, next.length - at));
      }
    }
    return mixed;
  }
}
