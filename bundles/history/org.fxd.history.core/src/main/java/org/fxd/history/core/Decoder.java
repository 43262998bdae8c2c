package org.fxd.history.core;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Person;

/**
 * Reads the parts that a commit's encoding is made of. Trusts nothing: every length is checked
 * against what is left before anything is allocated, and what could be written shorter is refused.
 */
final class Decoder {
  private final byte[] bytes;
  private int at;

  Decoder(byte[] bytes) {
    this.bytes = bytes;
  }

  int octet() {
    need(1);
    return bytes[at++] & 0xff;
  }

  Hash hash() {
    need(Hash.LENGTH);
    at += Hash.LENGTH;
    return Hash.of(bytes, at - Hash.LENGTH, Hash.LENGTH);
  }

  long number() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      int octet = octet();
      if (shift == 63 && octet > 1) {
        throw new IllegalArgumentException("a number has more than 64 bits");
      }
      number |= (long) (octet & 0x7f) << shift;
      if ((octet & 0x80) == 0) {
        if (octet == 0 && shift > 0) {
          throw new IllegalArgumentException("a number is longer than it needs to be");
        }
        return number;
      }
    }
  }

  long signed() {
    long number = number();
    return number >>> 1 ^ -(number & 1);
  }

  /** How many parts follow, each of which has at least so many bytes. */
  int count(int size) {
    long count = number();
    if (count < 0 || count > (bytes.length - at) / size) {
      throw new IllegalArgumentException("it ends too early");
    }
    return (int) count;
  }

  byte[] run() {
    int length = count(1);
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  String text() {
    int length = count(1);
    at += length;
    if (isAscii(at - length, at)) {
      return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, at - length, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text is not UTF-8", e);
    }
  }

  private boolean isAscii(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  Person person() {
    String name = text();
    return new Person(name, text());
  }

  OffsetDateTime time() {
    long seconds = signed();
    long offset = signed();
    try {
      return OffsetDateTime.ofInstant(
          Instant.ofEpochSecond(seconds), ZoneOffset.ofTotalSeconds(Math.toIntExact(offset)));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("it holds a time that does not exist", e);
    }
  }

  void end() {
    if (at != bytes.length) {
      throw new IllegalArgumentException((bytes.length - at) + " bytes follow its end");
    }
  }

  private void need(int count) {
    if (bytes.length - at < count) {
      throw new IllegalArgumentException("it ends too early");
    }
  }
}
