package org.fxd.graph.core.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;

/** Puts canonical bytes together. */
public final class ByteWriter {
  private byte[] bytes;
  private int length;

  /** A writer that expects about so many bytes. */
  public ByteWriter(int expected) {
    bytes = new byte[Math.max(16, expected)];
  }

  /** Writes one byte. */
  public ByteWriter octet(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
    return this;
  }

  /** Writes a number in groups of seven bits, least significant first. */
  public ByteWriter varint(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("Not a length or a count: " + value);
    }
    long rest = value;
    while (rest > 0x7f) {
      octet((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    return octet((int) rest);
  }

  /** Writes bytes as they are. */
  public ByteWriter raw(byte[] value) {
    ensure(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  /** Writes a length and so many bytes. */
  public ByteWriter block(byte[] value) {
    return varint(value.length).raw(value);
  }

  /** Writes a text as a block of UTF-8. */
  public ByteWriter text(String value) {
    return block(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the 32 bytes of a hash. */
  public ByteWriter hash(Hash value) {
    ensure(Hash.LENGTH);
    value.copyTo(bytes, length);
    length += Hash.LENGTH;
    return this;
  }

  /** Writes the 16 bytes of an id. */
  public ByteWriter id(NodeId value) {
    ensure(NodeId.LENGTH);
    fixed(value.high());
    return fixed(value.low());
  }

  /** Writes eight bytes, most significant first. */
  public ByteWriter fixed(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      octet((int) (value >>> shift));
    }
    return this;
  }

  /** What was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
    }
  }
}
