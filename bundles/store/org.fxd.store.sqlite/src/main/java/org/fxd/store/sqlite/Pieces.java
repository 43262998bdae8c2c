package org.fxd.store.sqlite;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.fxd.graph.api.Hash;

/**
 * The content of one object, a piece at a time, and at its end the proof that it is the right one.
 * No more than one piece is held at a time, and none is believed to be larger than it may be.
 */
final class Pieces {
  private final Row row;
  private final Source source;
  private final MessageDigest digest = Hash.newDigest();
  private long left;
  private int next;

  Pieces(Row row, Source source) {
    this.row = row;
    this.source = source;
    this.left = row.encoded().size();
  }

  /** Where the pieces of a blob are read. */
  @FunctionalInterface
  interface Source {
    Optional<Encoded> piece(long value, int number);
  }

  /**
   * The next piece, which has at least one byte; empty at the end.
   *
   * @throws DamagedException if there is no such piece, or if this is the end and what was read
   *     does not have the hash
   */
  Optional<byte[]> next() throws DamagedException {
    if (left == 0 || (left < 0 && next > 0)) {
      verify();
      return Optional.empty();
    }
    byte[] piece = row.isCut() ? cutPiece() : Codec.unpack(row.encoded());
    next++;
    left -= piece.length;
    digest.update(piece);
    return Optional.of(piece);
  }

  /** All of it. */
  byte[] all() throws DamagedException {
    Optional<byte[]> first = next();
    if (first.isEmpty()) {
      return new byte[0];
    }
    if (left == 0) {
      verify();
      return first.get();
    }
    // The size is not believed: room is made for what comes, not for what is announced.
    ByteArrayOutputStream content = new ByteArrayOutputStream(2 * Schema.PIECE_SIZE);
    for (Optional<byte[]> piece = first; piece.isPresent(); piece = next()) {
      content.writeBytes(piece.get());
    }
    return content.toByteArray();
  }

  private byte[] cutPiece() throws DamagedException {
    Encoded piece =
        source
            .piece(row.id(), next)
            .orElseThrow(() -> new DamagedException("its piece " + next + " is missing"));
    long expected = Math.min(left, Schema.PIECE_SIZE);
    if (piece.size() != expected) {
      throw new DamagedException(
          "its piece " + next + " has " + piece.size() + " bytes instead of " + expected);
    }
    return Codec.unpack(piece);
  }

  private void verify() throws DamagedException {
    Hash found = Hash.ofDigest(digest);
    if (!found.equals(row.hash())) {
      throw new DamagedException("its content has the hash " + found);
    }
  }
}
