package org.fxd.graph.api;

import java.io.ByteArrayOutputStream;
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
    return new Place(digits.clone());
  }

  /**
   * A place between two others, as short as can be.
   *
   * @param low the place before, or {@link #NONE} for "from the start"
   * @param high the place after, or {@link #NONE} for "to the end"
   * @throws IllegalArgumentException unless {@code low} is before {@code high}
   */
  public static Place between(Place low, Place high) {
    boolean open = high.digits.length == 0;
    if (!open && low.compareTo(high) >= 0) {
      throw new IllegalArgumentException("No place between " + low + " and " + high);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; ; i++) {
      int from = i < low.digits.length ? low.digits[i] & 0xff : 0;
      int to = open ? 256 : i < high.digits.length ? high.digits[i] & 0xff : 0;
      if (to - from > 1) {
        // Appending is the common case: step a little from the low end instead of halving, so
        // that a long run of appends needs one more byte per 60 or so, not per 8.
        out.write(open && i > 0 ? from + Math.max(1, (to - from) / 16) : from + (to - from) / 2);
        return ofBytes(out.toByteArray());
      }
      out.write(from);
      // Once a digit lies strictly below the upper bound's, that bound no longer limits the rest.
      open = open || from < to;
    }
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
      int length = width;
      while (digits[length - 1] == 0) {
        length--;
      }
      places.add(new Place(Arrays.copyOf(digits, length)));
    }
    return places;
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
