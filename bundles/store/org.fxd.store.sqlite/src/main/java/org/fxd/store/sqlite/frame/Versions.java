package org.fxd.store.sqlite.frame;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The versions of one lineage within one frame, in so far as the next may be a delta against them.
 * That is the best of the last few, because branches take turns in a history; but every sixteenth
 * is one against sixteen before, every 256th against 256 before, and so on, so that chains stay
 * short. Holds the bytes of a few versions only. For one thread.
 */
final class Versions {
  private static final int FAN = 16;
  private static final int LEVELS = 4;
  private static final int RECENT = 4;

  /** A delta of so many bytes is good enough to look no further. */
  private static final int GOOD = 64;

  /** What a further search must save, since it leads away from the neighbour. */
  private static final int WORTH = 4;

  private final Deque<Version> recent = new ArrayDeque<>(RECENT + 1);

  /** For each level the last version whose number is a multiple of that power of the fan. */
  private final Version[] anchors = new Version[LEVELS];

  private int count;

  /** The best delta for the next version; null if there is none, or whole is as well. */
  Chosen choose(byte[] bytes, DeltaEncoder encoder) {
    if (count == 0) {
      return null;
    }
    int level = levelOf(count);
    if (level > 0) {
      return new Chosen(anchors[level], encoder.encode(anchors[level].bytes(), bytes));
    }
    Chosen best = null;
    for (Version version : recent) {
      if (version.isBase()) {
        best = better(version, bytes, best, encoder);
        if (best.delta().size() <= GOOD) {
          break;
        }
      }
    }
    return best;
  }

  /** Takes in the version that was written. */
  void add(Version version) {
    recent.addFirst(version);
    if (recent.size() > RECENT) {
      recent.removeLast();
    }
    for (int level = levelOf(count); level >= 0; level--) {
      anchors[level] = version;
    }
    count++;
  }

  private static Chosen better(Version base, byte[] bytes, Chosen best, DeltaEncoder encoder) {
    int most = best == null ? Integer.MAX_VALUE : DeltaEncoder.cost(best.delta()) - WORTH;
    Delta delta = encoder.encode(base.bytes(), bytes, most);
    return delta == null ? best : new Chosen(base, delta);
  }

  /** 1 for the multiples of 16, 2 for those of 256, and so on; all for 0. */
  private static int levelOf(int number) {
    int level = 0;
    for (int step = FAN; level < LEVELS - 1 && number % step == 0; step *= FAN) {
      level++;
    }
    return level;
  }
}
