package org.fxd.git.api.history;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The id of a Git object: the SHA-1 of its header and bytes. 20 bytes; its text form is 40
 * lower-case hexadecimal digits. Immutable; ids order as unsigned byte strings.
 *
 * <p>A Git id is never an FXD {@link org.fxd.graph.api.Hash}: the two name the same thing in two
 * places, and {@link GitMap} joins them.
 */
public final class GitId implements Comparable<GitId> {
  /** The number of bytes in an id. */
  public static final int LENGTH = 20;

  private static final HexFormat HEX = HexFormat.of();
  private static final int BRIEF = 10;

  private final byte[] bytes;

  private GitId(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The id whose bytes are given.
   *
   * @param bytes exactly 20 bytes; copied
   * @throws IllegalArgumentException if there are not 20 bytes
   */
  public static GitId of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("A Git id has 20 bytes, not " + bytes.length);
    }
    return new GitId(bytes.clone());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if the text is not 40 hexadecimal digits
   */
  public static GitId parse(String hex) {
    if (hex.length() != 2 * LENGTH) {
      throw new IllegalArgumentException("A Git id has 40 hexadecimal digits: '" + hex + "'");
    }
    return new GitId(HEX.parseHex(hex));
  }

  /** The bytes; a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The first ten digits, for people. */
  public String brief() {
    return toString().substring(0, BRIEF);
  }

  @Override
  public int compareTo(GitId other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GitId id && Arrays.equals(bytes, id.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HEX.formatHex(bytes);
  }
}
