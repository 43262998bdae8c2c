package org.fxd.store.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fxd.graph.api.Hash;

/**
 * The first digits of a hash, as people type them: so few, mostly, that only one object's hash
 * begins so. Immutable.
 *
 * @param digits hexadecimal digits, {@value #FEWEST} at least and as many as a hash has at most;
 *     lower-case, whatever is given
 */
public record HashPrefix(String digits) {
  /** Fewer digits say too little. */
  public static final int FEWEST = 4;

  private static final int ALL = 2 * Hash.LENGTH;
  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{" + FEWEST + "," + ALL + "}");

  /**
   * First digits.
   *
   * @throws IllegalArgumentException if they are none, too few or too many
   */
  public HashPrefix {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "The first digits of a hash are " + FEWEST + " to " + ALL + ", not '" + digits + "'");
    }
    digits = digits.toLowerCase(Locale.ROOT);
  }

  /** What was typed, if it can be the first digits of a hash. */
  public static Optional<HashPrefix> of(String typed) {
    return FORM.matcher(typed).matches() ? Optional.of(new HashPrefix(typed)) : Optional.empty();
  }

  /** The hash that is meant, if all of its digits are there. */
  public Optional<Hash> whole() {
    return digits.length() == ALL ? Optional.of(lowest()) : Optional.empty();
  }

  /** Whether a hash begins so. */
  public boolean begins(Hash hash) {
    return lowest().compareTo(hash) <= 0 && hash.compareTo(highest()) <= 0;
  }

  /** The lowest hash that begins so. */
  public Hash lowest() {
    return filled('0');
  }

  /** The highest hash that begins so. */
  public Hash highest() {
    return filled('f');
  }

  private Hash filled(char with) {
    return Hash.parse(digits + String.valueOf(with).repeat(ALL - digits.length()));
  }

  /** The digits. */
  @Override
  public String toString() {
    return digits;
  }
}
