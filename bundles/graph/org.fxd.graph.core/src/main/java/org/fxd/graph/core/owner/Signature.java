package org.fxd.graph.core.owner;

import java.time.Instant;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.ownership.Stamp;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.core.codec.ByteReader;
import org.fxd.graph.core.codec.ByteWriter;

/**
 * An operation that marks refer to. It says itself who and when, so that it is of use for longer
 * than the log reaches back.
 *
 * @param number from 1, one more for each operation
 * @param stamp what is told of it
 * @param gone whether the book has marks of nodes that are gone
 */
record Signature(long number, Stamp stamp, boolean gone) {
  /** Goes up when marks mean something else; a book of another version is written anew. */
  private static final int VERSION = 1;

  private static final int GONE = 1;

  /** Up to four bytes for each character. */
  private static final int MOST_BYTES = Stamp.LONGEST * 4;

  /** The signature of an operation. */
  static Signature of(long number, Operation operation, boolean gone) {
    Origin origin =
        new Origin(cut(operation.origin().principal()), cut(operation.origin().source()));
    return new Signature(number, new Stamp(origin, operation.time(), operation.id()), gone);
  }

  private static String cut(String text) {
    if (text.length() <= Stamp.LONGEST) {
      return text;
    }
    int end = Stamp.LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Whether it is that of an operation. */
  boolean isOf(Hash operation) {
    return stamp.operation().equals(operation);
  }

  byte[] encode() {
    return new ByteWriter(128)
        .octet(VERSION)
        .octet(gone ? GONE : 0)
        .hash(stamp.operation())
        .varint(stamp.time().toEpochMilli())
        .text(stamp.origin().principal())
        .text(stamp.origin().source())
        .toBytes();
  }

  /** Reads what {@link #encode} wrote; empty if it is of another version, or anything else. */
  static Optional<Signature> decode(long number, byte[] bytes) {
    try {
      ByteReader in = new ByteReader(bytes);
      in.expect(VERSION, "its version");
      boolean gone = (in.octet() & GONE) != 0;
      Hash operation = in.hash();
      Instant time = Instant.ofEpochMilli(in.varint());
      Origin origin = new Origin(in.text(MOST_BYTES), in.text(MOST_BYTES));
      in.end();
      return Optional.of(new Signature(number, new Stamp(origin, time, operation), gone));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
