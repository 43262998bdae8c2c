package org.fxd.git.jgit.carrier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.MalformedObjectException;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;

/** Reads the parts of a record, and of a commit's encoding. Trusts nothing. */
final class RecordInput {
  private final byte[] bytes;
  private int at;

  RecordInput(byte[] bytes) {
    this.bytes = bytes;
  }

  int octet() {
    return part(1)[0] & 0xff;
  }

  long number() {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int octet = octet();
      number |= (long) (octet & 0x7f) << shift;
      if ((octet & 0x80) == 0) {
        return number;
      }
    }
    throw new MalformedObjectException("a number has more than 64 bits");
  }

  long signed() {
    long number = number();
    return number >>> 1 ^ -(number & 1);
  }

  /** How many parts follow, each of which has at least a byte. */
  int count() {
    long count = number();
    if (count < 0 || count > bytes.length - at) {
      throw new MalformedObjectException("it ends too early");
    }
    return (int) count;
  }

  byte[] run() {
    return part(count());
  }

  String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(run())).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedObjectException("a text is not UTF-8");
    }
  }

  Hash hash() {
    return Hash.of(part(Hash.LENGTH));
  }

  NodeId id() {
    return NodeId.of(part(NodeId.LENGTH));
  }

  GitId git() {
    return GitId.of(part(GitId.LENGTH));
  }

  OffsetDateTime time() {
    long seconds = signed();
    long offset = signed();
    try {
      return OffsetDateTime.ofInstant(
          Instant.ofEpochSecond(seconds), ZoneOffset.ofTotalSeconds(Math.toIntExact(offset)));
    } catch (DateTimeException | ArithmeticException e) {
      throw new MalformedObjectException("it holds a time that does not exist");
    }
  }

  void end() {
    if (at != bytes.length) {
      throw new MalformedObjectException((bytes.length - at) + " bytes follow its end");
    }
  }

  private byte[] part(int length) {
    if (bytes.length - at < length) {
      throw new MalformedObjectException("it ends too early");
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }
}
