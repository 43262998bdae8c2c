package org.fxd.graph.core.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;

/**
 * Takes canonical bytes apart. Whatever is not canonical is an {@link IllegalArgumentException}.
 */
public final class ByteReader {
  private static final char REPLACEMENT = '\ufffd';

  private final byte[] bytes;
  private int at;

  /** A reader from the first byte on. */
  public ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads one byte, as a number from 0 to 255. */
  public int octet() {
    need(1);
    return bytes[at++] & 0xff;
  }

  /** Reads one byte that can only be the given one. */
  public void expect(int value, String what) {
    int found = octet();
    if (found != value) {
      throw new IllegalArgumentException(
          what + " is " + found + " where " + value + " is expected");
    }
  }

  /** Reads a number that {@link ByteWriter#varint} wrote; refuses a longer form of it. */
  public long varint() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = octet();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        if (next == 0 && shift > 0) {
          throw new IllegalArgumentException("a number is written longer than it needs to be");
        }
        return value;
      }
    }
    throw new IllegalArgumentException("a number is too large");
  }

  /**
   * Reads how many things follow.
   *
   * @param smallest the fewest bytes that one of them can take; more things than there are bytes
   *     for are refused before anything is made room for
   */
  public int count(int smallest) {
    long count = varint();
    if (count > remaining() / smallest) {
      throw new IllegalArgumentException(
          count + " parts are announced and only " + remaining() + " bytes are left");
    }
    return (int) count;
  }

  /** Reads a length and so many bytes. */
  public byte[] block() {
    return raw(count(1));
  }

  /** Reads so many bytes. */
  public byte[] raw(int length) {
    need(length);
    byte[] block = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return block;
  }

  /** Reads a length up to a limit and so many bytes. */
  public byte[] block(int most) {
    return raw(limited(count(1), most));
  }

  private static int limited(int length, int most) {
    if (length > most) {
      throw new IllegalArgumentException(
          "a part has " + length + " bytes, where at most " + most + " are allowed");
    }
    return length;
  }

  /** Reads a block of valid UTF-8. */
  public String text() {
    return text(Integer.MAX_VALUE);
  }

  /** Reads a block of valid UTF-8 of a length up to a limit, in bytes. */
  public String text(int most) {
    int length = limited(count(1), most);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    // What is no UTF-8 comes out as this character. It may also stand there rightly.
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(length);
    }
    at += length;
    return text;
  }

  private void requireUtf8(int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text is not valid UTF-8", e);
    }
  }

  /** Reads the 32 bytes of a hash. */
  public Hash hash() {
    need(Hash.LENGTH);
    Hash hash = Hash.of(bytes, at, Hash.LENGTH);
    at += Hash.LENGTH;
    return hash;
  }

  /** Reads the 16 bytes of an id. */
  public NodeId id() {
    long high = fixed();
    return new NodeId(high, fixed());
  }

  /** Reads eight bytes, most significant first. */
  public long fixed() {
    need(Long.BYTES);
    long value = ByteBuffer.wrap(bytes, at, Long.BYTES).getLong();
    at += Long.BYTES;
    return value;
  }

  /** How many bytes are left. */
  public int remaining() {
    return bytes.length - at;
  }

  /** Makes sure that nothing is left. */
  public void end() {
    if (remaining() > 0) {
      throw new IllegalArgumentException(remaining() + " bytes follow where nothing is expected");
    }
  }

  private void need(int length) {
    if (length > remaining()) {
      throw new IllegalArgumentException("it ends too early");
    }
  }
}
