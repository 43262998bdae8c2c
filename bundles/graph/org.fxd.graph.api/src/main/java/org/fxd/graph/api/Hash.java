package org.fxd.graph.api;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of some canonical bytes: of a node's encoding, of a commit's, of a blob's content.
 *
 * <p>Two nodes with equal hashes are the same subtree. A hash is 32 bytes; its text form is 64
 * lower-case hexadecimal digits. Hashes order as unsigned byte strings.
 */
public final class Hash implements Comparable<Hash> {
  /** The number of bytes in a hash. */
  public static final int LENGTH = 32;

  /** 32 zero bytes: "no such object". No content is known to have this hash. */
  public static final Hash ZERO = new Hash(0, 0, 0, 0);

  private static final HexFormat HEX = HexFormat.of();

  /** Only ever cloned. */
  private static final MessageDigest DIGEST = digest();

  // Every node held in memory has one of these: four numbers are smaller than an array.
  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private Hash(long first, long second, long third, long fourth) {
    this.first = first;
    this.second = second;
    this.third = third;
    this.fourth = fourth;
  }

  /**
   * The hash whose bytes are given.
   *
   * @param bytes exactly 32 bytes; copied
   * @throws IllegalArgumentException if there are not 32 bytes
   */
  public static Hash of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /**
   * The hash whose bytes stand at an offset in a larger array.
   *
   * @throws IllegalArgumentException if {@code length} is not 32 or the range is outside the array
   */
  public static Hash of(byte[] bytes, int offset, int length) {
    if (length != LENGTH || offset < 0 || offset > bytes.length - length) {
      throw new IllegalArgumentException("A hash has 32 bytes, not " + length);
    }
    ByteBuffer from = ByteBuffer.wrap(bytes, offset, LENGTH);
    return new Hash(from.getLong(), from.getLong(), from.getLong(), from.getLong());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if the text is not 64 hexadecimal digits
   */
  public static Hash parse(String hex) {
    if (hex.length() != 2 * LENGTH) {
      throw new IllegalArgumentException("A hash has 64 hexadecimal digits: '" + hex + "'");
    }
    return of(HEX.parseHex(hex));
  }

  /** The SHA-256 of the given content. */
  public static Hash ofContent(byte[] content) {
    return of(newDigest().digest(content));
  }

  /**
   * Ends a digest and takes its result as a hash.
   *
   * @param digest a SHA-256 digest, for example from {@link #newDigest()}; it is reset
   */
  public static Hash ofDigest(MessageDigest digest) {
    return of(digest.digest());
  }

  /** A new SHA-256 digest. */
  public static MessageDigest newDigest() {
    try {
      // To look for a provider each time takes longer than to digest a small object.
      return (MessageDigest) DIGEST.clone();
    } catch (CloneNotSupportedException e) {
      return digest();
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    byte[] bytes = new byte[LENGTH];
    copyTo(bytes, 0);
    return bytes;
  }

  /** Copies the 32 bytes into {@code target} at {@code offset}. */
  public void copyTo(byte[] target, int offset) {
    ByteBuffer.wrap(target, offset, LENGTH)
        .putLong(first)
        .putLong(second)
        .putLong(third)
        .putLong(fourth);
  }

  /** The first eight bytes, the most significant first: enough to tell most hashes apart. */
  public long prefix() {
    return first;
  }

  /** The first ten digits of the text form, for people. */
  public String brief() {
    return HEX.toHexDigits(first).substring(0, 10);
  }

  @Override
  public int compareTo(Hash other) {
    int order = Long.compareUnsigned(first, other.first);
    if (order == 0) {
      order = Long.compareUnsigned(second, other.second);
    }
    if (order == 0) {
      order = Long.compareUnsigned(third, other.third);
    }
    return order != 0 ? order : Long.compareUnsigned(fourth, other.fourth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash
        && first == hash.first
        && second == hash.second
        && third == hash.third
        && fourth == hash.fourth;
  }

  @Override
  public int hashCode() {
    return (int) (first >>> 32);
  }

  /** The 64 hexadecimal digits. */
  @Override
  public String toString() {
    return HEX.toHexDigits(first)
        + HEX.toHexDigits(second)
        + HEX.toHexDigits(third)
        + HEX.toHexDigits(fourth);
  }
}
