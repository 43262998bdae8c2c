package org.fxd.graph.api;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The lasting identity of a node: 128 bits, held by the parent's {@link Entry}.
 *
 * <p>An id survives edit, rename and move. Within one root no two entries carry the same id. Ids
 * made here are random; ids of imported code are {@link #derived derived} from what was imported,
 * so that two imports agree. The text form is 32 lower-case hexadecimal digits.
 */
public record NodeId(long high, long low) implements Comparable<NodeId> {
  /** The number of bytes in an id. */
  public static final int LENGTH = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new random id. */
  public static NodeId random() {
    byte[] bytes = new byte[LENGTH];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  /**
   * The id whose bytes are given, most significant first.
   *
   * @throws IllegalArgumentException if there are not 16 bytes
   */
  public static NodeId of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("A node id has 16 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new NodeId(buffer.getLong(), buffer.getLong());
  }

  /**
   * The id that follows from a hash: its first 16 bytes. Equal hashes give equal ids, on every
   * machine.
   */
  public static NodeId derived(Hash hash) {
    ByteBuffer buffer = ByteBuffer.wrap(hash.bytes());
    return new NodeId(buffer.getLong(), buffer.getLong());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if the text is not 32 hexadecimal digits
   */
  public static NodeId parse(String hex) {
    if (hex.length() != 2 * LENGTH) {
      throw new IllegalArgumentException("A node id has 32 hexadecimal digits: '" + hex + "'");
    }
    return of(HexFormat.of().parseHex(hex));
  }

  /** The 16 bytes, most significant first. */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
  }

  /** The first ten digits of the text form, for people. */
  public String brief() {
    return toString().substring(0, 10);
  }

  /** Orders ids as unsigned byte strings. */
  @Override
  public int compareTo(NodeId other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }

  /** The 32 hexadecimal digits. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high) + hex.toHexDigits(low);
  }
}
