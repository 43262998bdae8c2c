package org.fxd.store.sqlite.frame;

import java.util.Arrays;

/**
 * Finds what two strings of bytes have in common. What is alike at both ends costs next to nothing.
 * Between them a short match is taken near where it is expected ({@link NearPlaces}) and a long one
 * anywhere ({@link FarPlaces}); a short one far away is not worth it, because the numbers of a copy
 * compress badly and the literals that it would save compress well.
 *
 * <p>However the bytes may repeat themselves, only so many places are tried for each. Keeps its
 * working memory, so it is used again and again; for one thread.
 */
public final class DeltaEncoder {
  private static final int MIN_NEAR = 16;
  private static final int MIN_FAR = 64;

  /** Far places that are tried. */
  private static final int TRIES = 8;

  /** What a byte of the operations counts in {@link #cost}, compared to one of the literals. */
  private static final int WEIGHT = 5;

  /** How often it is asked whether the delta has become too large. */
  private static final int CHECKED = 1024;

  private final ByteBuilder operations = new ByteBuilder();
  private final ByteBuilder literals = new ByteBuilder();
  private final NearPlaces near = new NearPlaces();
  private final FarPlaces far = new FarPlaces();

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
    return encode(base, target, Integer.MAX_VALUE);
  }

  /**
   * What makes the target from the base.
   *
   * @param most what the delta may cost at most
   * @return null if it would cost more
   */
  Delta encode(byte[] base, byte[] target, int most) {
    this.base = base;
    this.target = target;
    expected = 0;
    done = 0;
    operations.clear();
    literals.clear();
    int shorter = Math.min(base.length, target.length);
    int prefix = Ends.prefix(base, target, shorter);
    int suffix = Ends.suffix(base, target, shorter - prefix);
    int end = target.length - suffix;
    copy(0, 0, prefix);
    boolean searched = end - prefix < NearPlaces.SEED || base.length < NearPlaces.SEED;
    Delta delta = null;
    if (searched || middle(end, most)) {
      copy(base.length - suffix, end, suffix);
      if (done < target.length) {
        insert(target.length);
      }
      delta = cost() > most ? null : delta();
    }
    this.base = null;
    this.target = null;
    return delta;
  }

  /** About the size that a delta has after compression, as a number to compare with others. */
  static int cost(Delta delta) {
    return delta.operations().length * WEIGHT + delta.literals().length;
  }

  private int cost() {
    return operations.size() * WEIGHT + literals.size();
  }

  private Delta delta() {
    return new Delta(operations.copy(), literals.copy(), target.length);
  }

  /** Copies what is alike between the ends; false if it became too large. */
  private boolean middle(int end, int most) {
    int lastFar = base.length < FarPlaces.SEED ? -1 : end - FarPlaces.SEED;
    if (done <= lastFar) {
      far.begin(base);
    }
    near.begin(base);
    near.expect(expected);
    int at = done;
    while (at <= end - NearPlaces.SEED) {
      find(at, end, lastFar);
      if (foundLength > 0) {
        copy(foundFrom, foundAt, foundLength);
        near.expect(expected);
        at = done;
      } else {
        at++;
      }
      if ((foundLength > 0 || at % CHECKED == 0) && cost() + at - done > most) {
        return false;
      }
    }
    return true;
  }

  /** Looks for the longest copy that covers a place of the target. */
  private void find(int at, int end, int lastFar) {
    foundLength = 0;
    int place = near.find(target, at);
    if (place >= 0) {
      consider(place, at, end, MIN_NEAR);
    }
    if (foundLength < MIN_FAR && at <= lastFar) {
      place = far.find(target, at);
      for (int tries = TRIES; place >= 0 && tries > 0; tries--) {
        consider(place, at, end, MIN_FAR);
        place = far.findEarlier(place);
      }
    }
  }

  private void consider(int from, int at, int end, int least) {
    int ahead = Arrays.mismatch(base, from, base.length, target, at, end);
    int forward = ahead < 0 ? Math.min(base.length - from, end - at) : ahead;
    int back = Ends.before(base, from, target, at, Math.min(from, at - done));
    int length = back + forward;
    if (length >= least && (length > foundLength || isNearer(from - back, length))) {
      foundFrom = from - back;
      foundAt = at - back;
      foundLength = length;
    }
  }

  private boolean isNearer(int from, int length) {
    return length == foundLength && Math.abs(from - expected) < Math.abs(foundFrom - expected);
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
}
