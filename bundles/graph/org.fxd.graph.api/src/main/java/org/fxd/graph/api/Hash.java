package org.fxd.graph.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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
  public static final Hash ZERO = new Hash(new byte[LENGTH]);

  private static final HexFormat HEX = HexFormat.of();

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
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
    return new Hash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
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
    return new Hash(HEX.parseHex(hex));
  }

  /** The SHA-256 of the given content. */
  public static Hash ofContent(byte[] content) {
    return new Hash(newDigest().digest(content));
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
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Copies the 32 bytes into {@code target} at {@code offset}. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, LENGTH);
  }

  /** The first ten digits of the text form, for people. */
  public String brief() {
    return HEX.formatHex(bytes, 0, 5);
  }

  @Override
  public int compareTo(Hash other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return (bytes[0] & 0xff) << 24
        | (bytes[1] & 0xff) << 16
        | (bytes[2] & 0xff) << 8
        | (bytes[3] & 0xff);
  }

  /** The 64 hexadecimal digits. */
  @Override
  public String toString() {
    return HEX.formatHex(bytes);
  }
}
