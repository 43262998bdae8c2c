package org.fxd.graph.api;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Where an entry stands among its siblings: a fraction between 0 and 1, written in base 256.
 *
 * <p>Between any two different places there is always another, so putting an entry between two
 * others changes neither of them. Places order as unsigned byte strings; a place never ends in a
 * zero byte, so every fraction has one form. Entries of a kind that is {@link Kind#sortedByName()
 * sorted by name} all have the place {@link #NONE}.
 */
public final class Place implements Comparable<Place> {
  /** The longest place allowed, in bytes. */
  public static final int MAX_LENGTH = 1024;

  /** The place of entries that are sorted by name instead: no bytes at all. */
  public static final Place NONE = new Place(new byte[0]);

  /** Most places among few siblings have one digit: those are shared. */
  private static final Place[] SHORT = new Place[256];

  static {
    for (int digit = 1; digit < SHORT.length; digit++) {
      SHORT[digit] = new Place(new byte[] {(byte) digit});
    }
  }

  private final byte[] digits;

  private Place(byte[] digits) {
    this.digits = digits;
  }

  /**
   * The place with these digits.
   *
   * @param digits base 256, most significant first; copied
   * @throws IllegalArgumentException if the last digit is zero or there are too many
   */
  public static Place ofBytes(byte[] digits) {
    if (digits.length > MAX_LENGTH || digits.length > 0 && digits[digits.length - 1] == 0) {
      throw new IllegalArgumentException(
          "A place has at most " + MAX_LENGTH + " bytes and ends in none that is zero");
    }
    return of(digits, digits.length);
  }

  /** The place with the first digits of an array, without zeros at their end. */
  private static Place of(byte[] digits, int count) {
    int length = count;
    while (length > 0 && digits[length - 1] == 0) {
      length--;
    }
    if (length == 1) {
      return SHORT[digits[0] & 0xff];
    }
    return length == 0 ? NONE : new Place(Arrays.copyOf(digits, length));
  }

  /**
   * A place between two others. Where one of them is open, a short step is taken and not half of
   * what is left: entries are put in at an end far more often than in between, and a million of
   * them, one by one, get places of four bytes.
   *
   * @param low the place before, or {@link #NONE} for "from the start"
   * @param high the place after, or {@link #NONE} for "to the end"
   * @throws IllegalArgumentException unless {@code low} is before {@code high}, or if the place
   *     would be longer than {@link #MAX_LENGTH}
   */
  public static Place between(Place low, Place high) {
    if (high.digits.length == 0) {
      return low.digits.length == 0 ? SHORT[128] : behind(low);
    }
    if (low.compareTo(high) >= 0) {
      throw new IllegalArgumentException("No place between " + low + " and " + high);
    }
    if (low.digits.length == 0) {
      return before(high);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean open = false;
    for (int i = 0; ; i++) {
      int from = low.digit(i);
      int to = open ? 256 : high.digit(i);
      if (to - from > 1) {
        out.write(from + (to - from) / 2);
        return ofBytes(out.toByteArray());
      }
      out.write(from);
      // Once a digit lies strictly below the upper bound's, that bound no longer limits the rest.
      open = open || from < to;
    }
  }

  /** A step further: among as many digits again, and one, as there are full ones at the front. */
  private static Place behind(Place low) {
    int full = 0;
    while (low.digit(full) == 255) {
      full++;
    }
    byte[] next = Arrays.copyOf(low.digits, checked(2 * full + 2));
    int at = next.length - 1;
    while (++next[at] == 0) {
      at--;
    }
    return of(next, next.length);
  }

  /** A step back: among as many digits again, and one, as there are zeros at the front. */
  private static Place before(Place high) {
    int zeros = 0;
    while (high.digit(zeros) == 0) {
      zeros++;
    }
    byte[] next = Arrays.copyOf(high.digits, checked(2 * zeros + 2));
    int at = next.length - 1;
    while (--next[at] == -1) {
      at--;
    }
    return of(next, next.length);
  }

  private static int checked(int length) {
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException("A place has at most " + MAX_LENGTH + " bytes");
    }
    return length;
  }

  private int digit(int at) {
    return at < digits.length ? digits[at] & 0xff : 0;
  }

  /**
   * Places for entries in a row, evenly spaced, so that there is room between all of them.
   *
   * @param count how many; the result is a pure function of it
   * @throws IllegalArgumentException if negative
   */
  public static List<Place> spread(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("Cannot spread " + count + " places");
    }
    int width = 1;
    long range = 256;
    while (range < 2L * count + 2) {
      width++;
      range *= 256;
    }
    List<Place> places = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      long fraction = range / (count + 1L) * i;
      byte[] digits = new byte[width];
      for (int d = width - 1; d >= 0; d--) {
        digits[d] = (byte) fraction;
        fraction >>>= 8;
      }
      places.add(of(digits, width));
    }
    return places;
  }

  /**
   * Places for entries in a row between two others, evenly spaced and as short as can be.
   *
   * @param low the place before, or {@link #NONE} for "from the start"
   * @param high the place after, or {@link #NONE} for "to the end"
   * @param count how many
   * @throws IllegalArgumentException if {@code count} is negative, unless {@code low} is before
   *     {@code high}, or if the places would be longer than {@link #MAX_LENGTH}
   * @since 1.1
   */
  public static List<Place> spread(Place low, Place high, int count) {
    boolean open = high.digits.length == 0;
    if (open && low.digits.length == 0) {
      return spread(count);
    }
    if (count < 0 || !open && low.compareTo(high) >= 0) {
      throw new IllegalArgumentException(
          "Cannot spread " + count + " places between " + low + " and " + high);
    }
    int width = 0;
    BigInteger from;
    BigInteger step;
    do {
      width = checked(width + 1);
      from = low.number(width);
      BigInteger to = open ? BigInteger.ONE.shiftLeft(8 * width) : high.number(width);
      step = to.subtract(from).divide(BigInteger.valueOf(count + 1L));
      // A step of one might lead to the low end itself, of which this width may show only a part.
    } while (step.compareTo(BigInteger.ONE) <= 0);
    List<Place> places = new ArrayList<>(count);
    BigInteger at = from;
    for (int i = 0; i < count; i++) {
      at = at.add(step);
      byte[] digits = new byte[width];
      byte[] bytes = at.toByteArray();
      int used = Math.min(width, bytes.length);
      System.arraycopy(bytes, bytes.length - used, digits, width - used, used);
      places.add(of(digits, width));
    }
    return places;
  }

  /** The first digits as a whole number. */
  private BigInteger number(int width) {
    return new BigInteger(1, Arrays.copyOf(digits, width));
  }

  /** A copy of the digits. */
  public byte[] bytes() {
    return digits.clone();
  }

  @Override
  public int compareTo(Place other) {
    return Arrays.compareUnsigned(digits, other.digits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Place place && Arrays.equals(digits, place.digits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digits);
  }

  /** The digits in hexadecimal. */
  @Override
  public String toString() {
    return "0." + HexFormat.of().formatHex(digits);
  }
}
