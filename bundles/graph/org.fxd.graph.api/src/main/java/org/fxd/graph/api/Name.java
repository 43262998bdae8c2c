package org.fxd.graph.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The name of an entry: any bytes, kept without loss and never normalised.
 *
 * <p>Names are usually UTF-8 text, but a file system or a Git tree may hold names that are not, and
 * those come back byte for byte. Names order as unsigned byte strings. Two names are equal when
 * their bytes are: {@code é} composed and decomposed are two names.
 */
public final class Name implements Comparable<Name> {
  /** The longest name allowed, in bytes. */
  public static final int MAX_LENGTH = 4096;

  /** The empty name, for entries that are found by place alone. */
  public static final Name EMPTY = new Name(new byte[0]);

  private final byte[] bytes;

  private Name(byte[] bytes) {
    if (bytes.length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A name has at most " + MAX_LENGTH + " bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /**
   * The name whose bytes are the UTF-8 form of a text.
   *
   * @throws IllegalArgumentException if it is longer than {@link #MAX_LENGTH} bytes
   */
  public static Name of(String text) {
    return text.isEmpty() ? EMPTY : new Name(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The name with exactly these bytes.
   *
   * @param bytes copied
   * @throws IllegalArgumentException if there are more than {@link #MAX_LENGTH} bytes
   */
  public static Name ofBytes(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Name(bytes.clone());
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** Whether the bytes are valid UTF-8, so that {@link #toString()} loses nothing. */
  public boolean isText() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Override
  public int compareTo(Name other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Name name && Arrays.equals(bytes, name.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The name as text; bytes that are not UTF-8 show as the replacement character. */
  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
