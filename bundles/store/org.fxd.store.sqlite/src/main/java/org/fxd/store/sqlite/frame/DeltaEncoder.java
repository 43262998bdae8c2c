package org.fxd.store.sqlite.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds what two strings of bytes have in common. What is alike at both ends costs next to nothing;
 * between them, every place of the base is found again by a hash of eight bytes. However the bytes
 * may repeat themselves, only so many places are tried for each.
 *
 * <p>Keeps its working memory, so it is used again and again; for one thread.
 */
public final class DeltaEncoder {
  /** What is hashed, and so the least that is found; an id or a hash is longer. */
  private static final int SEED = 8;

  /** A copy this short is worth it only near the end of the copy before. */
  private static final int MIN_NEAR = 8;

  private static final int MIN_FAR = 12;
  private static final int NEAR = 64;

  /** Places with the same hash that are tried. */
  private static final int TRIES = 8;

  /** Places of the base that are remembered at most; of a longer base, every second, and so on. */
  private static final int MOST_PLACES = 1 << 18;

  private static final int FEWEST_BITS = 8;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteBuilder operations = new ByteBuilder();
  private final ByteBuilder literals = new ByteBuilder();

  /** For each hash the last place with it, plus one. */
  private int[] heads = new int[1 << FEWEST_BITS];

  /** For each place the one before it with the same hash, plus one. */
  private int[] earlier = new int[0];

  private int shift;
  private int stride;

  private byte[] base;
  private byte[] target;

  /** The end of the copy before, in the base. */
  private int expected;

  /** How much of the target is done. */
  private int done;

  private int foundFrom;
  private int foundAt;
  private int foundLength;

  /** What makes the target from the base. */
  public Delta encode(byte[] base, byte[] target) {
    this.base = base;
    this.target = target;
    expected = 0;
    done = 0;
    operations.clear();
    literals.clear();
    int most = Math.min(base.length, target.length);
    int prefix = prefix(most);
    int suffix = suffix(most - prefix);
    copy(0, 0, prefix);
    if (target.length - suffix - prefix >= SEED && base.length >= SEED) {
      index();
      middle(target.length - suffix);
    }
    copy(base.length - suffix, target.length - suffix, suffix);
    if (done < target.length) {
      insert(target.length);
    }
    this.base = null;
    this.target = null;
    return new Delta(operations.copy(), literals.copy(), target.length);
  }

  /** Copies what is alike between the ends. */
  private void middle(int end) {
    int at = done;
    while (at + SEED <= end) {
      find(at, end);
      if (foundLength > 0) {
        copy(foundFrom, foundAt, foundLength);
        at = done;
      } else {
        at++;
      }
    }
  }

  /** Looks for the best copy that covers a place of the target. */
  private void find(int at, int end) {
    foundLength = 0;
    long seed = (long) LONGS.get(target, at);
    int place = heads[hash(seed)] - 1;
    for (int tries = TRIES; place >= 0 && tries > 0; tries--) {
      int from = place * stride;
      if ((long) LONGS.get(base, from) == seed) {
        consider(from, at, end);
      }
      place = earlier[place] - 1;
    }
  }

  private void consider(int from, int at, int end) {
    int ahead = Arrays.mismatch(base, from + SEED, base.length, target, at + SEED, end);
    int forward = SEED + (ahead < 0 ? Math.min(base.length - from, end - at) - SEED : ahead);
    int back = 0;
    while (back < at - done && back < from && base[from - back - 1] == target[at - back - 1]) {
      back++;
    }
    int length = back + forward;
    int distance = Math.abs(from - back - expected);
    if (length < (distance <= NEAR ? MIN_NEAR : MIN_FAR)) {
      return;
    }
    boolean better =
        length > foundLength || length == foundLength && distance < Math.abs(foundFrom - expected);
    if (better) {
      foundFrom = from - back;
      foundAt = at - back;
      foundLength = length;
    }
  }

  private void copy(int from, int at, int length) {
    if (length > 0) {
      insert(at);
      operations.number(from + length == base.length ? 0 : length);
      operations.signed(from - expected);
      expected = from + length;
      done = at + length;
    }
  }

  private void insert(int end) {
    operations.number(end - done);
    literals.append(target, done, end - done);
    done = end;
  }

  /** Remembers the places of the base. */
  private void index() {
    int last = base.length - SEED;
    stride = last / MOST_PLACES + 1;
    int places = last / stride + 1;
    int bits = Math.max(FEWEST_BITS, 32 - Integer.numberOfLeadingZeros(places));
    if (heads.length < 1 << bits) {
      heads = new int[1 << bits];
    } else {
      Arrays.fill(heads, 0, 1 << bits, 0);
    }
    if (earlier.length < places) {
      earlier = new int[1 << bits];
    }
    shift = 64 - bits;
    for (int place = 0; place < places; place++) {
      int hash = hash((long) LONGS.get(base, place * stride));
      earlier[place] = heads[hash];
      heads[hash] = place + 1;
    }
  }

  private int hash(long seed) {
    return (int) ((seed * 0x9E3779B97F4A7C15L) >>> shift);
  }

  private int prefix(int most) {
    int difference = Arrays.mismatch(base, 0, most, target, 0, most);
    return difference < 0 ? most : difference;
  }

  private int suffix(int most) {
    int length = 0;
    int baseEnd = base.length;
    int targetEnd = target.length;
    while (length + SEED <= most) {
      long difference =
          (long) LONGS.get(base, baseEnd - length - SEED)
              ^ (long) LONGS.get(target, targetEnd - length - SEED);
      if (difference != 0) {
        return length + Long.numberOfLeadingZeros(difference) / 8;
      }
      length += SEED;
    }
    while (length < most && base[baseEnd - length - 1] == target[targetEnd - length - 1]) {
      length++;
    }
    return length;
  }
}
